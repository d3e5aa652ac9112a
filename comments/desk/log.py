"""The log as a screen: everything that happened to comments and at the desk, and by whom."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.utils import get_user_display_name

from comments import permissions, seals
from comments.desk import log_rows
from comments.desk.log_rows import LogFilter
from comments.moderation_queue.screens import screen


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:log: fifty events, the newest first, by moderator, act and day.

    Whoever moderates a section sees what happened there, and nothing else.
    """
    moderator = permissions.require_moderator(request)
    asked = LogFilter.read(request.GET.dict())
    rows, following = log_rows.read(asked, viewer=moderator)
    people = permissions.moderators().order_by("username")
    context = screen(_("Log")) | {
        "rows": rows,
        "asked": asked,
        "people": [(user.pk, get_user_display_name(user)) for user in people],
        "acts": log_rows.acts(),
        "next_url": _address(request, after=str(following)) if following else "",
        "first_url": _address(request, after="") if asked.after else "",
        "seal": seals.newest(),
        "can_log_requests": moderator.is_superuser,
    }
    return render(request, "comments/desk/log.html", context)


def _address(request: HttpRequest, *, after: str) -> str:
    """The same list, from another place on."""
    kept = {name: request.GET.get(name, "") for name in ("moderator", "act", "day")}
    return "?" + urlencode(
        {name: value for name, value in (kept | {"after": after}).items() if value}
    )
