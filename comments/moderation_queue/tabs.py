"""The tabs above the list: one for each state, with how many comments there are, up to a bound."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.states import CommentStatus

ALL = "all"
REPORTED = "reported"
EDITED = "edited"
TO_CHECK = "check"
CONFIRMED_SPAM = "confirmed_spam"
TABS: list[tuple[str, str | Promise]] = [
    (CommentStatus.PENDING.value, CommentStatus.PENDING.label),
    (REPORTED, _("Reported")),
    (EDITED, _("Edited")),
    (TO_CHECK, _("To check")),
    (CommentStatus.PUBLISHED.value, CommentStatus.PUBLISHED.label),
    (CommentStatus.SPAM.value, CommentStatus.SPAM.label),
    (CONFIRMED_SPAM, _("Confirmed spam")),
    (CommentStatus.REMOVED.value, CommentStatus.REMOVED.label),
    (CommentStatus.TRASHED.value, CommentStatus.TRASHED.label),
    (ALL, _("All")),
]

# Nobody needs to know more exactly, and counting a million takes longer than reading a page.
MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Tab:
    """One state of the list: how many comments of it fit the filters, and its address."""

    label: str | Promise
    number: str
    url: str
    is_current: bool


def bounded(number: int, *, is_part: bool = False) -> str:
    """A count as people read it; "10,000+" for what is more than anybody counted.

    So is `is_part`: only a part was counted.
    """
    said = number_format(min(number, MOST_COUNTED), force_grouping=True)
    return f"{said}+" if is_part or number > MOST_COUNTED else said


def count(lists: Mapping[str, "QuerySet[Model]"]) -> dict[str, int]:
    """How many rows each list has, `MOST_COUNTED` + 1 at most, all in one query."""
    parts: list[str] = []
    values: list[Any] = []  # Any: as the ORM hands them to the database
    for name, rows in lists.items():
        try:
            sql, its_values = (
                rows.order_by().values("pk")[: MOST_COUNTED + 1].query.sql_with_params()
            )
        except EmptyResultSet:
            continue
        parts.append(f"SELECT %s, COUNT(*) FROM ({sql}) AS counted_{len(parts)}")  # noqa: S608  (the ORM's own SQL)
        values += [name, *its_values]
    counts = dict.fromkeys(lists, 0)
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            counts |= {str(name): int(number) for name, number in cursor.fetchall()}
    return counts
