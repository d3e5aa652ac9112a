"""Adds counts to the rows, in one statement for all of them; several processes add up."""

from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction
from wagtail.models import Page

Counts = Mapping[tuple[int, date], int]
Row = tuple[int, date, int]

# SQLite (from 3.35) and PostgreSQL both read this.
ADD = """
    INSERT INTO operations_pageviews (page_id, day, number) VALUES {rows}
    ON CONFLICT (page_id, day) DO UPDATE SET number = operations_pageviews.number + excluded.number
"""
AT_ONCE = 300  # rows a statement, three values each: SQLite takes 999 values at least


def add(counts: Counts) -> None:
    """Add them; pages that are gone have none. Raises `django.db.Error` and then keeps nothing."""
    with transaction.atomic():
        numbers = {page_id for page_id, _day in counts}
        # A page that goes at this very moment breaks it, and has none at the next try.
        known = set(Page.objects.filter(pk__in=numbers).values_list("pk", flat=True))
        rows: list[Row] = [
            (page_id, day, number)
            for (page_id, day), number in sorted(counts.items())
            if page_id in known
        ]
        for first in range(0, len(rows), AT_ONCE):
            _add(rows[first : first + AT_ONCE])


def _add(rows: list[Row]) -> None:
    values = ", ".join(["(%s, %s, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(ADD.format(rows=values), [value for row in rows for value in row])
