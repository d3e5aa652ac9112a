"""The panel on the dashboard: what waits, and what this week's work was, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from accounts.models import User
from comments import permissions
from comments.around import week
from comments.around.bounded import MOST_SHOWN, CountUpTo, said
from comments.around.decided import decisions, median_wait
from comments.around.lengths import spoken
from comments.around.shift import is_time_for_a_break, lately
from comments.models import Appeal
from comments.moderation_queue.reported import reported


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What the panel says to one moderator; counts are `MOST_SHOWN` + 1 at most.

    `decided_by_all` and `decided_by_you` are of this week, as is `median_wait` of your decisions.
    """

    waiting: int
    reported: int
    appeals: int
    late_appeals: int
    decided_by_all: int
    decided_by_you: int
    decided_lately: int
    oldest_at: datetime | None
    median_wait: timedelta | None

    @property
    def said(self) -> Mapping[str, str]:
        """The counts as people read them."""
        counts = {name: value for name, value in vars(self).items() if isinstance(value, int)}
        return {name: said(number) for name, number in counts.items()}

    @property
    def is_time_for_a_break(self) -> bool:
        """Whether you decided enough for an hour."""
        return is_time_for_a_break(self.decided_lately)


def numbers_for(request: HttpRequest, user: User, *, now: datetime) -> Numbers:
    """The numbers of those comments that are the user's to decide on, in one query.

    `user` is who asks. Which comments are theirs is read once for a request, beside.
    """
    section, comments = permissions.section_for(request), permissions.within(request)
    appeals = Appeal.objects.open()
    if section is not None:
        appeals = appeals.filter(comment__page__in=section)
    zone = timezone.get_default_timezone()
    began_at = week.begins_at(week.monday_of(now, zone=zone), zone=zone)
    all_decisions = decisions(since=began_at, section=section)
    own = {"actor": user.pk}
    oldest = comments.waiting().order_by("created_at").values("created_at")[:1]
    row = User.objects.filter(pk=user.pk).values(
        waiting=_up_to_most(comments.waiting()),
        reported=_up_to_most(reported(comments)),
        appeals=_up_to_most(appeals),
        late_appeals=_up_to_most(appeals.filter(due_at__lt=now)),
        decided_by_all=_up_to_most(all_decisions),
        decided_by_you=_up_to_most(all_decisions.filter(**own)),
        decided_lately=_up_to_most(lately(user, now=now)),
        oldest_at=Subquery(oldest),
        median_wait=median_wait(all_decisions.filter(**own)),
    )
    return Numbers(**row.get())


class WaitingPanel(Component):
    """What waits, since when, and the way to it; and what you and all have decided this week."""

    name = "reader_comments"
    template_name = "comments/moderation/waiting_panel.html"
    order = 120

    def __init__(self, request: HttpRequest, user: User) -> None:
        self.request = request
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The numbers, and the median in words if anything was decided."""
        numbers = numbers_for(self.request, self.user, now=timezone.now())
        median = "" if numbers.median_wait is None else spoken(numbers.median_wait)
        return {"numbers": numbers, "median": median}


def _up_to_most(rows: "QuerySet[Model]") -> CountUpTo:
    return CountUpTo(rows.order_by().values("pk")[: MOST_SHOWN + 1])
