"""Moderators' days that hardly count, because they contradict everybody else: names, vouching."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_user_display_name

from accounts.models import User
from comments import permissions
from comments.learning import versions
from comments.learning.report_card import doubted_days
from comments.spam_report.screens import to


@dataclass(frozen=True)
class Doubt:
    """Whose day it is. `moderator` is None when the account is gone."""

    moderator: int | None
    on: date
    name: str

    @property
    def key(self) -> str:
        """The day, as a button sends it."""
        return f"{self.moderator or ''} {self.on.isoformat()}"


def doubts() -> list[Doubt]:
    """The days in doubt, in three queries."""
    days = doubted_days()
    users = User.objects.in_bulk([day.moderator for day in days if day.moderator])
    return [Doubt(day.moderator, day.on, _name(users.get(day.moderator or 0))) for day in days]


@require_POST
def vouch(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:vouch: let the decisions of a `day` count after all."""
    administrator = permissions.require_administrator(request)
    wanted = request.POST.get("day", "")
    doubt = next((each for each in doubts() if each.key == wanted), None)
    if doubt:
        versions.vouch(doubt.moderator, doubt.on, actor=administrator)
        messages.success(request, _("Those decisions count when the filter learns the next time."))
    else:
        messages.info(request, _("Those decisions are not in doubt; nothing was changed."))
    return to("report")


def _name(user: User | None) -> str:
    return str(get_user_display_name(user)) if user else _("somebody whose account is gone")
