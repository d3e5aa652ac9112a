"""The versions over HTTP: what was learned when, which one serves, and changing that."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.paginator import WagtailPaginator

from comments import permissions
from comments.learning import versions as acts
from comments.models import SpamFilter, SpamModel
from comments.spam_report.screens import filter_screen, to
from comments.spam_report.version_rows import rows_of
from comments.spam_report.wording import version_name

VERSIONS_PER_PAGE = 20


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """GET spam_filter:versions: what was learned, the newest first."""
    permissions.require_moderator(request)
    return _page(request)


@require_POST
def activate(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:activate: put the version `number` to work."""
    administrator = permissions.require_administrator(request)
    number = _number(request.POST.get("number", ""))
    try:
        acts.activate(number, actor=administrator)
    except acts.VersionUnusable:
        return _page(request, refusal=_("That version cannot be used; nothing was changed."))
    served = _("From the next comment on, this one serves: %(version)s.")
    messages.success(request, served % {"version": version_name(number)})
    return to("versions")


@require_POST
def roll_back(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:roll_back: back to what served before, if `serving` is what serves now."""
    administrator = permissions.require_administrator(request)
    serving = SpamFilter.current().serving_id or 0
    if _number(request.POST.get("serving", "")) != serving:
        moved = _("Another version serves since you looked: %(version)s. Nothing was changed.")
        return _page(request, refusal=moved % {"version": version_name(serving)})
    try:
        change = acts.roll_back(actor=administrator)
    except acts.NothingToRollBack:
        return _page(request, refusal=_("There is nothing before the filter as shipped."))
    served = _(
        "From the next comment on, this one serves: %(version)s. Learning is paused now; resume it "
        "when what went wrong is put right."
    )
    messages.success(request, served % {"version": version_name(change.model_id)})
    return to("versions")


@require_POST
def learning(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:learning: `pause` it, or let it go on."""
    administrator = permissions.require_administrator(request)
    if "pause" in request.POST:
        acts.pause(actor=administrator)
        messages.success(request, _("The filter learns nothing until you let it go on."))
    else:
        acts.resume(actor=administrator)
        messages.success(request, _("The filter learns again."))
    return to("versions")


def _number(typed: str) -> int:
    """The number of a version; -1 for what is none."""
    return int(typed) if typed.isdecimal() and len(typed) < len(str(2**63)) else -1


def _page(request: HttpRequest, *, refusal: str = "") -> HttpResponse:
    learned = SpamModel.objects.defer("weights").annotate(has_weights=~Q(weights=b""))
    paginator = WagtailPaginator(learned, VERSIONS_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    current = SpamFilter.current()
    context = filter_screen(request, "versions") | {
        "filter": current,
        "serving": version_name(current.serving_id),
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
        "rows": rows_of(listed.object_list, serving_id=current.serving_id),
        "refusal": refusal,
    }
    status = HTTPStatus.CONFLICT if refusal else HTTPStatus.OK
    return render(request, "comments/spam_filter/versions.html", context, status=status)
