"""The counting tree: years, their months, and how many posts stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wagtail.models import Page

from blog.archives.periods import Period
from blog.models.derived import PostsInMonth

Row = tuple[date, int]  # the first day of a month, and how many posts it has


@dataclass(frozen=True)
class Branch:
    """A year or a month with posts; `is_current` if it is the one shown, or holds it."""

    name: str
    url: str
    number: int
    is_current: bool
    months: tuple["Branch", ...] = ()


def tree(index: Page, current: Period | None = None, *, is_whole: bool = False) -> list[Branch]:
    """The years of an index that have posts, the last first, in one query.

    The current year has its months, the last one if none is current; all have if it `is_whole`.
    """
    found = PostsInMonth.objects.filter(index_id=index.pk).order_by("-month")
    rows: list[Row] = list(found.values_list("month", "number"))
    opened = current or (Period(rows[0][0].year) if rows else None)
    return [
        _year(year, list(months), index.url, opened, is_whole=is_whole)
        for year, months in groupby(rows, key=lambda row: row[0].year)
    ]


def _year(
    number: int, rows: Sequence[Row], url: str, current: Period | None, *, is_whole: bool
) -> Branch:
    year, is_current = Period(number), current is not None and current.year == number
    return Branch(
        name=year.name,
        url=url + year.route,
        number=sum(row[1] for row in rows),
        is_current=is_current,
        months=tuple(_month(row, url, current) for row in rows if is_current or is_whole),
    )


def _month(row: Row, url: str, current: Period | None) -> Branch:
    month = Period(row[0].year, row[0].month)
    return Branch(month.name, url + month.route, row[1], current == month)
