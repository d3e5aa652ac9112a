"""Numbers that one query brings together and that never read more rows than they say."""

from django.db.models import DurationField, IntegerField, Subquery
from django.utils.formats import number_format

MOST_SHOWN = 999  # beyond, nobody needs to know how many


class CountUpTo(Subquery):
    """How many rows a sliced query has; the slice is the most that are read.

    A scalar, so that one statement can hold several, and one for each row of a list.
    """

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()
    empty_result_set_value = 0


class MedianWait(Subquery):
    """The median of the column `waited` of a sliced query: the lower one of two in the middle."""

    template = (
        "(SELECT waited FROM (SELECT waited, ROW_NUMBER() OVER (ORDER BY waited) AS place,"
        " COUNT(*) OVER () AS number FROM (%(subquery)s) AS measured) AS ranked"
        " WHERE place = (number + 1) / 2)"
    )
    output_field = DurationField()


def said(number: int, *, most: int = MOST_SHOWN) -> str:
    """A count as people read it; "999+" where there are more than `most`."""
    shown = number_format(min(number, most), force_grouping=True)
    return f"{shown}+" if number > most else shown
