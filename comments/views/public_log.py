"""The public log: what moderators decided on which day, by which rule, and how often.

Never by whom, on whom, or in which words. What was taken back is not in it, nor what was decided
today: until tonight it can still be undone as a slip.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments import rulebook
from comments.models import ModerationEvent, RuleVersion
from comments.states import Action, Reason
from operations import day_keys

DAYS_AT_ONCE = 31
FIRST_DAY = date(2000, 1, 1)  # before it there is nothing, and no calendar ends
WHAT: dict[str, Promise] = {
    Action.APPROVE: _("Published"),
    Action.HOLD: _("Held"),
    Action.MARK_SPAM: _("Marked as spam"),
    Action.CONFIRM_SPAM: _("Confirmed as spam"),
    Action.REMOVE: _("Removed"),
    Action.TRASH: _("Trashed"),
    Action.RESTORE: _("Restored"),
    Action.KEEP: _("Reported and kept"),
    Action.REDACT: _("Words blacked out"),
}


@dataclass(frozen=True)
class Entry:
    """What was done on one day, how often, and, of removals, by which rule."""

    what: str
    rule: str
    number: int


class _Row(NamedTuple):
    day: date
    action: str
    reason: str
    rule_version: int | None
    number: int


@dataclass(frozen=True)
class Listed:
    """Some days with their entries, the newest first; `earlier` is where to go on, if anywhere."""

    days: tuple[tuple[date, tuple[Entry, ...]], ...]
    earlier: date | None


def read_day(typed: str) -> date | None:
    """The day of an address; None for what is none."""
    try:
        return parse_date(typed)
    except ValueError:
        return None


def days_before(before: date, *, language: str) -> Listed:
    """The last days before one, at most to yesterday, on which something was decided."""
    last = max(min(before, timezone.localdate()), FIRST_DAY)
    first = last - timedelta(days=DAYS_AT_ONCE)
    since, until = day_keys.midnight(first), day_keys.midnight(last)
    counted = (
        _decided(since, until)
        .annotate(day=TruncDate("created_at"))
        .values_list("day", "action", "reason", "rule_version")
        .annotate(number=Count("pk"))
        .order_by("-day", "action", "reason", "rule_version")
    )
    has_earlier = ModerationEvent.objects.filter(created_at__lt=since).exists()
    rows = [_Row(*row) for row in counted]
    return Listed(_by_day(rows, language), first if has_earlier else None)


def _decided(since: datetime, until: datetime) -> QuerySet[ModerationEvent]:
    """A person's decisions that stand, and what was blacked out."""
    by_reports = Q(action=Action.HOLD, reason=Reason.CHECKS)
    stand = ModerationEvent.objects.filter(action__in=WHAT, undone_by=None).exclude(by_reports)
    return stand.filter(created_at__gte=since, created_at__lt=until)


def _by_day(rows: list[_Row], language: str) -> tuple[tuple[date, tuple[Entry, ...]], ...]:
    used = {row.rule_version for row in rows if row.rule_version}
    versions = RuleVersion.objects.prefetch_related("texts").in_bulk(used)
    titles = {pk: rulebook.text_of(version, language).title for pk, version in versions.items()}
    return tuple(
        (day, tuple(_entry(row, titles) for row in of_day))
        for day, of_day in groupby(rows, key=lambda row: row.day)
    )


def _entry(row: _Row, titles: dict[int, str]) -> Entry:
    what = str(WHAT[row.action])
    if row.action != Action.REMOVE:
        return Entry(what, "", row.number)
    title = titles.get(row.rule_version or 0) or str(Reason(row.reason).label)
    return Entry(what, title, row.number)
