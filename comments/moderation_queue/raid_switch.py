"""The raid switch over HTTP: whether it is on, switching it, and everything that was switched."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from accounts.models import User
from comments import permissions, raids
from comments.models import CommentableMixin, Raid
from comments.moderation_queue.screens import screen

LOG_LENGTH = 50
DEFAULT_HOURS = 24
HOURS = [
    (1, gettext_lazy("1 hour")),
    (6, gettext_lazy("6 hours")),
    (DEFAULT_HOURS, gettext_lazy("24 hours")),
    (72, gettext_lazy("3 days")),
]


class RaidForm(forms.Form):
    """For how long; the switch goes back by itself."""

    hours = forms.TypedChoiceField(
        label=gettext_lazy("For how long"), choices=HOURS, coerce=int, initial=DEFAULT_HOURS
    )


@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest, page_id: int) -> HttpResponse:
    """POST reader_comments:raid: on for some hours, or off. A GET shows how it stands.

    404 for a page that takes no comments.
    """
    moderator = permissions.require_moderator(request)
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, CommentableMixin):
        raise Http404
    if request.method != "POST":
        return _screen(request, page, RaidForm(label_suffix=""))
    if "stop" in request.POST:
        return _stop(request, page, moderator)
    form = RaidForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _screen(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    raids.start(page, hours=form.cleaned_data["hours"], user=moderator)
    messages.success(request, _("The raid switch is on. It goes back by itself."))
    return _back(page)


def _stop(request: HttpRequest, page: Page, moderator: User) -> HttpResponse:
    if raids.stop(page, user=moderator):
        messages.success(request, _("The raid switch is off."))
    else:
        messages.info(request, _("The raid switch was off already."))
    return _back(page)


def _back(page: Page) -> HttpResponse:
    address = reverse("reader_comments:raid", args=[page.pk])
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def _screen(
    request: HttpRequest, page: Page, form: RaidForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    log = Raid.objects.filter(page_id=page.pk).select_related("started_by", "ended_by")
    queue = _("Reader comments"), reverse("reader_comments:queue")
    context = screen(_("Raid switch"), parent=queue) | {
        "page": page,
        "form": form,
        "active": log.active(timezone.now()).first(),
        "log": log[:LOG_LENGTH],
    }
    return render(request, "comments/moderation/raid.html", context, status=status)
