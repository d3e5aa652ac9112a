"""What the rows add up to: each day of a stretch, and the pages that were read most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet, Sum
from wagtail.query import PageQuerySet

from operations.models import PageViews

MOST_READ = 20


@dataclass(frozen=True)
class Day:
    """How often anything was read on a day."""

    day: date
    number: int


@dataclass(frozen=True)
class MostRead:
    """A page, and how often it was read."""

    page_id: int
    title: str
    number: int


def days(*, until: date, number: int) -> list[Day]:
    """Each of so many days up to the last one, those without a reader too."""
    first = until - timedelta(days=number - 1)
    sums = dict(
        _between(first, until).order_by("day").values_list("day").annotate(all=Sum("number"))
    )
    every = [first + timedelta(days=each) for each in range(number)]
    return [Day(day, sums.get(day, 0)) for day in every]


def most_read(over: Sequence[Day], *, of: PageQuerySet) -> list[MostRead]:
    """Which of these pages were read most in these days."""
    rows = _between(over[0].day, over[-1].day).filter(page__in=of).order_by()
    sums = rows.values_list("page_id", "page__title").annotate(all=Sum("number"))
    return [MostRead(*row) for row in sums.order_by("-all", "page_id")[:MOST_READ]]


def rows_of(over: Sequence[Day], *, of: PageQuerySet) -> QuerySet[PageViews]:
    """Every row of these pages and days, with its page."""
    found = _between(over[0].day, over[-1].day).filter(page__in=of)
    return found.select_related("page").order_by("day", "page_id")


def _between(first: date, last: date) -> QuerySet[PageViews]:
    return PageViews.objects.filter(day__range=(first, last))
