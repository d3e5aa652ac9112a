"""Lists that a moderator comes back to: kept under a name, and forgotten again."""

from http import HTTPStatus
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from comments import permissions
from comments.models import SavedFilter
from comments.moderation_queue.filters import (
    PLACE_FIELDS,
    QueueFilter,
    back_of,
    kept_state,
    queue_url,
)
from comments.moderation_queue.screens import answers_reads_too, screen

MOST_SAVED = 50
LONGEST_QUERY = 1_000  # of the column


class NameForm(forms.ModelForm[SavedFilter]):
    """What the list is to be called."""

    class Meta:
        model = SavedFilter
        fields = ["name"]


@answers_reads_too
def save_filter(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:save_filter: keep the list in `back` under a name.

    The same name again is for the new list. What cannot be kept is said, and the name handed back.
    A GET keeps nothing.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    form, mine = NameForm(request.POST), SavedFilter.objects.filter(user=moderator)
    query = _beginning(back_of(request))
    if not form.is_valid():
        return _refuse(request, _("Give the list a name of 60 characters at most."))
    if len(query) > LONGEST_QUERY or QueueFilter(QueryDict(query)).errors:
        return _refuse(
            request, _("Not saved: a filter of this list is too long or makes no sense.")
        )
    if mine.count() >= MOST_SAVED:
        return _refuse(request, _("You have saved enough lists; delete one first."))
    name = form.cleaned_data["name"]
    mine.update_or_create(user=moderator, name=name, defaults={"query": query})
    messages.success(request, _("Saved the list as “%(name)s”.") % {"name": name})
    return _to_list(request)


def _refuse(request: HttpRequest, why: str) -> HttpResponse:
    """Why the list was not saved, above the form with the name as it was typed."""
    back = back_of(request)
    context = screen(_("Save this list"), parent=(_("Reader comments"), queue_url(back)))
    context |= {"why": why, "name": request.POST.get("name", ""), "back": back}
    context |= {"list_url": queue_url(back)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "comments/moderation/save_list.html", context, status=status)


@answers_reads_too
def forget_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """POST reader_comments:forget_filter: forget one of one's own lists. A GET forgets nothing."""
    moderator = permissions.require_moderator(request)
    if request.method == "POST":
        SavedFilter.objects.filter(user=moderator, pk=filter_id).delete()
    return _to_list(request)


def _beginning(back: str) -> str:
    """The state of the list at its first page."""
    state = kept_state(QueryDict(back))
    return urlencode({name: value for name, value in state.items() if name not in PLACE_FIELDS})


def _to_list(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)
