"""The rows that the public report is made of: counted from the log by the worker, made again.

A month counts for good once a day more is over, so that nothing of it is still on its way, or still
to be taken back as a slip.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from comments.models import MonthlyFigures
from comments.transparency import counting, log
from comments.transparency.counting import count, month_after, month_of
from comments.transparency.figures import Figures
from comments.transparency.publication import Counted
from operations import day_keys


def count_due() -> int:
    """Count the months in which something can have happened since; a job of the clock.

    Returns how many there were.
    """
    now = timezone.now()
    months = list(_months(now))
    kept = dict(MonthlyFigures.objects.values_list("month", "counted_at"))
    due = [month for month in months if _is_due(month, kept.get(month), now=now)]
    if due:
        since = day_keys.midnight(due[0]) if due != months else None
        _keep(figures_of(due, since=since, until=now), until=now)
    return len(due)


def rebuild() -> int:
    """Count everything anew from the log; returns how many months there are."""
    now = timezone.now()
    months = list(_months(now))
    with transaction.atomic():
        MonthlyFigures.objects.all().delete()
        _keep(figures_of(months, since=None, until=now), until=now)
    return len(months)


def kept() -> list[Counted]:
    """The months as they are kept, the oldest first."""
    return [
        Counted(row.month, Figures.from_json(row.figures), row.counted_at >= settles_at(row.month))
        for row in MonthlyFigures.objects.all()
    ]


def recounted() -> list[Counted]:
    """The same months, from the log alone."""
    rows = list(MonthlyFigures.objects.values_list("month", "counted_at"))
    until = max((counted_at for _month, counted_at in rows), default=None)
    if until is None:
        return []
    figures = figures_of([month for month, _at in rows], since=None, until=until)
    return [Counted(month, figures[month], at >= settles_at(month)) for month, at in rows]


def figures_of(
    months: list[date], *, since: datetime | None, until: datetime
) -> dict[date, Figures]:
    """The figures of some months, of what happened before `until`."""
    zone = timezone.get_default_timezone()
    counted = count(log.happenings(since=since, until=until), zone=zone)
    return {month: counted[month] for month in months}


def settles_at(month: date) -> datetime:
    """From when on the figures of a month cannot change any more."""
    return counting.settles_at(month, timezone.get_default_timezone())


def _is_due(month: date, counted_at: datetime | None, *, now: datetime) -> bool:
    if counted_at is None:
        return True
    if counted_at >= settles_at(month):
        return False
    return now >= settles_at(month) or log.has_news(since=counted_at)


def _keep(figures: dict[date, Figures], *, until: datetime) -> None:
    for month, counted in figures.items():
        MonthlyFigures.objects.update_or_create(
            month=month, defaults={"figures": counted.as_json(), "counted_at": until}
        )


def _months(now: datetime) -> Iterator[date]:
    """From the one in which the log began to this one."""
    zone = timezone.get_default_timezone()
    began_at = log.began_at()
    if began_at is None:
        return
    month = month_of(began_at, zone)
    while month <= month_of(now, zone):
        yield month
        month = month_after(month)
