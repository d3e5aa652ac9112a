"""Requests by authorities: a form that puts one into the log, from which the public report counts.

What was asked word for word, and by whom, belongs into the newsroom's own files: the log keeps
codes and numbers only.
"""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from comments import desk_log, permissions
from comments.models import DeskAct, DeskEvent
from comments.moderation_queue.screens import answers_reads_too, screen
from comments.transparency.authorities import OUTCOMES, WANTED

SHOWN = 50
MOST_ITEMS = 1_000_000


class AuthorityForm(forms.Form):
    """What was asked for, and what came of it."""

    wanted = forms.ChoiceField(
        label=gettext_lazy("What was asked for"), choices=WANTED, widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What came of it"), choices=OUTCOMES, widget=forms.RadioSelect
    )
    items = forms.IntegerField(
        label=gettext_lazy("How many comments or authors it was about"),
        min_value=1,
        max_value=MOST_ITEMS,
        initial=1,
    )
    country = forms.RegexField(
        r"^[A-Za-z]{2}\Z",
        label=gettext_lazy("Country of the authority"),
        initial="US",
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": 2, "size": 3}),
        help_text=gettext_lazy("Two letters, as in US."),
        error_messages={"invalid": gettext_lazy("Two letters, as in US.")},
    )
    was_told = forms.BooleanField(label=gettext_lazy("The author was told of it"), required=False)


@answers_reads_too
def authorities(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:authorities: log a request. A GET shows the form and those logged."""
    administrator = permissions.require_administrator(request)
    if request.method != "POST":
        return _form_page(request, AuthorityForm(label_suffix=""))
    form = AuthorityForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _form_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    _log(form, administrator)
    messages.success(request, _("It is in the log. The public report counts it."))
    return HttpResponseRedirect(reverse("reader_comments:authorities"), status=HTTPStatus.SEE_OTHER)


def _log(form: AuthorityForm, administrator: User) -> DeskEvent:
    asked = form.cleaned_data
    with transaction.atomic():
        return desk_log.record(
            DeskAct.AUTHORITY,
            actor=administrator,
            wanted=asked["wanted"],
            outcome=asked["outcome"],
            items=asked["items"],
            country=asked["country"].upper(),
            was_told=asked["was_told"],
        )


def _form_page(
    request: HttpRequest, form: AuthorityForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    logged = DeskEvent.objects.filter(act=DeskAct.AUTHORITY).select_related("actor")
    parent = _("Log"), reverse("reader_comments:log")
    context = screen(_("Requests by authorities"), parent=parent) | {
        "form": form,
        "requests": [_shown(event) for event in logged.order_by("-pk")[:SHOWN]],
    }
    return render(request, "comments/desk/authorities.html", context, status=status)


def _shown(event: DeskEvent) -> dict[str, object]:
    return {
        "event": event,
        "wanted": dict(WANTED).get(event.data.get("wanted"), ""),
        "outcome": dict(OUTCOMES).get(event.data.get("outcome"), ""),
    }
