"""What the filter had said of the comments that people decided on: how often it was right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Self

from django.db.models import Count, Q

from comments.learning.trust import Day
from comments.models import ChangeKind, SpamFilterChange, SpamLabel, SpamModel
from comments.spam import Verdict

MAX_PERIODS = 10
# Fewer decisions than that make no period, or the plot would show chance.
MIN_PER_PERIOD = 5
# With fewer decisions nobody can say how good the filter is, and the report card says that.
FEW_DECISIONS = 100


@dataclass(frozen=True)
class Decided:
    """What a person said of a comment, when, and what the filter had said of it."""

    is_spam: bool
    verdict: str
    at: datetime


@dataclass(frozen=True)
class Tally:
    """What the filter had said of some comments: how many it let pass, asked about, and binned."""

    passed: int = 0
    held: int = 0
    binned: int = 0

    @classmethod
    def of(cls, verdicts: Sequence[str]) -> Self:
        """Count the verdicts."""
        return cls(*(verdicts.count(each) for each in (Verdict.PUBLISH, Verdict.HOLD, Verdict.BIN)))

    @property
    def total(self) -> int:
        """How many comments these are."""
        return self.passed + self.held + self.binned


@dataclass(frozen=True)
class Period:
    """Decisions that follow each other, by what the people said: spam, or honest."""

    since: datetime
    until: datetime
    spam: Tally
    honest: Tally

    @property
    def total(self) -> int:
        """How many decisions these are."""
        return self.spam.total + self.honest.total

    @property
    def wrong(self) -> int:
        """How many comments the filter alone would have treated wrongly."""
        return self.spam.passed + self.honest.binned


@dataclass(frozen=True)
class ReportCard:
    """`whole` is all of it, None without a decision; `periods` are its parts, the oldest first."""

    whole: Period | None
    periods: tuple[Period, ...]

    @property
    def is_of_few(self) -> bool:
        """Whether these are too few decisions to judge the filter by."""
        return self.whole is None or self.whole.total < FEW_DECISIONS


@dataclass(frozen=True)
class Checks:
    """Comments drawn by lot that people have looked at, and how many the filter had wrong."""

    looked_at: int
    wrong: int


def report_card(decided: Sequence[Decided]) -> ReportCard:
    """The report card of some decisions, the oldest first; too few make no periods."""
    if not decided:
        return ReportCard(None, ())
    number = min(MAX_PERIODS, len(decided) // MIN_PER_PERIOD)
    bounds = [part * len(decided) // number for part in range(number + 1)] if number > 1 else []
    periods = tuple(_period(decided[start:end]) for start, end in pairwise(bounds))
    return ReportCard(_period(decided), periods)


def last_decided(number: int) -> list[Decided]:
    """The last decisions on comments that the filter had looked at, the oldest first."""
    labels = SpamLabel.objects.exclude(verdict="").order_by("-decided_at", "-pk")
    rows = labels.values_list("is_spam", "verdict", "decided_at")[:number]
    return [Decided(*row) for row in reversed(rows)]


def drawn_and_looked_at() -> Checks:
    """What came of the comments that were drawn by lot."""
    drawn = SpamLabel.objects.exclude(comment__spam_check=None)
    wrong = Q(is_spam=True, verdict=Verdict.PUBLISH) | Q(is_spam=False, verdict=Verdict.BIN)
    return Checks(**drawn.aggregate(looked_at=Count("pk"), wrong=Count("pk", filter=wrong)))


def doubted_days() -> list[Day]:
    """The days whose decisions hardly counted when the filter learned last, and still do not."""
    latest = SpamModel.objects.values_list("figures", flat=True).first() or {}
    vouched = vouched_for()
    days = [day_of(noted) for noted in latest.get("doubted", ())]
    return [day for day in days if day not in vouched]


def vouched_for() -> set[Day]:
    """The days that an administrator has vouched for, by the log."""
    log = SpamFilterChange.objects.filter(kind=ChangeKind.VOUCHED)
    return {day_of(detail) for detail in log.values_list("detail", flat=True)}


def day_of(noted: Mapping[str, Any]) -> Day:  # Any: JSON
    """A moderator's day as a version's figures and the log have it."""
    return Day(noted["moderator"], date.fromisoformat(noted["on"]))


def _period(decided: Sequence[Decided]) -> Period:
    return Period(
        since=decided[0].at,
        until=decided[-1].at,
        spam=Tally.of([each.verdict for each in decided if each.is_spam]),
        honest=Tally.of([each.verdict for each in decided if not each.is_spam]),
    )
