"""How the desk did, week by week: one's own numbers beside those of all, and nobody else's.

Nothing here ranks people, and no list of them is ever made.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from accounts.models import User
from comments.around import week
from comments.around.decided import decisions, with_waits, within
from comments.models import ModerationEvent
from comments.states import Action, CommentStatus
from comments.transparency.figures import quantile

WEEKS = 8
MOST_DECISIONS = 50_000  # that are read for it
MEDIAN, MOST = 0.5, 0.9


class Decided(NamedTuple):
    """One decision that stands: when, by whom, and how long the comment had waited for it.

    `waited` is None for a comment that did not wait.
    """

    at: datetime
    by: int | None
    waited: timedelta | None


@dataclass
class Tally:
    """How many decisions, and in how many seconds each comment that had waited was decided on."""

    decided: int = 0
    waits: Counter[int] = field(default_factory=Counter)

    @property
    def median(self) -> timedelta | None:
        """Half of the comments waited no longer; None if there were none."""
        return self._within(MEDIAN)

    @property
    def most(self) -> timedelta | None:
        """Nine of ten waited no longer (the 90th percentile); None if there were none."""
        return self._within(MOST)

    def add(self, decision: Decided) -> None:
        """One more decision."""
        self.decided += 1
        if decision.waited is not None:
            self.waits[max(0, int(decision.waited.total_seconds()))] += 1

    def _within(self, share: float) -> timedelta | None:
        return timedelta(seconds=quantile(self.waits, share)) if self.waits else None


@dataclass(frozen=True)
class Week:
    """One week from its Monday on: what came in, what the filter binned, what was decided."""

    monday: date
    received: int
    binned: int
    yours: Tally
    all: Tally

    @property
    def binned_share(self) -> int | None:
        """Of a hundred comments that came in, how many the filter binned by itself."""
        return round(100 * self.binned / self.received) if self.received else None


def weeks_for(
    user: User, *, section: "QuerySet[Page] | None", now: datetime, zone: tzinfo
) -> list[Week]:
    """The last weeks, the newest first, in two queries; of a section alone, if there is one."""
    mondays = week.mondays(now, zone=zone, number=WEEKS)
    since = week.begins_at(mondays[-1], zone=zone)
    received = _received(mondays, section=section, zone=zone)
    yours, by_all = tally(_decisions(since, section=section), by=user.pk, zone=zone)
    return [
        Week(monday, *received[monday], yours.get(monday, Tally()), by_all.get(monday, Tally()))
        for monday in mondays
    ]


def tally(
    decided: Iterable[Decided], *, by: int, zone: tzinfo
) -> tuple[dict[date, Tally], dict[date, Tally]]:
    """What one person decided and what all did, by the Monday of the week."""
    yours: dict[date, Tally] = {}
    by_all: dict[date, Tally] = {}
    for decision in decided:
        monday = week.monday_of(decision.at, zone=zone)
        by_all.setdefault(monday, Tally()).add(decision)
        if decision.by == by:
            yours.setdefault(monday, Tally()).add(decision)
    return yours, by_all


def _received(
    mondays: Sequence[date], *, section: "QuerySet[Page] | None", zone: tzinfo
) -> dict[date, tuple[int, int]]:
    """How many readers sent in each week, and how many of them the filter binned; one query."""
    counts: dict[str, Count] = {}
    for monday in mondays:
        end = week.begins_at(monday + week.WEEK, zone=zone)
        during = Q(created_at__gte=week.begins_at(monday, zone=zone), created_at__lt=end)
        binned = during & Q(to_status=CommentStatus.SPAM)
        counts[f"received_{monday}"] = Count("pk", filter=during)
        counts[f"binned_{monday}"] = Count("pk", filter=binned)
    since = week.begins_at(mondays[-1], zone=zone)
    sent = ModerationEvent.objects.filter(action=Action.SUBMIT, actor_number=None)
    row = within(section, sent.filter(created_at__gte=since)).aggregate(**counts)
    return {each: (row[f"received_{each}"], row[f"binned_{each}"]) for each in mondays}


def _decisions(since: datetime, *, section: "QuerySet[Page] | None") -> Iterable[Decided]:
    """The newest decisions since then."""
    rows = with_waits(decisions(since=since, section=section))[:MOST_DECISIONS]
    return map(Decided._make, rows.iterator())
