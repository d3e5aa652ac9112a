"""The order of a list, and pages of it that cost the same however far one has gone.

A list is one or more stretches, one behind the other; a page begins behind the last row of the one
before (keyset paging), which its address names. Rows may come and go meanwhile: nothing is left out
and nothing is shown twice, and no row is counted to find a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from comments.models import Comment, CommentQuerySet

Value = int | datetime
Values = tuple[Value, ...]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOT_READ = 2**63  # no column holds a larger number
LONGEST_CURSOR = 100


@dataclass(frozen=True)
class Stretch:
    """Comments, and the keys that order them: unique together, as `order_by` takes them."""

    comments: CommentQuerySet
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Cursor:
    """Between which rows a page begins or ends: behind the one with these keys."""

    stretch: int
    values: Values

    def __str__(self) -> str:
        return ".".join(str(_number(value)) for value in (self.stretch, *self.values))


@dataclass(frozen=True)
class ListPage:
    """The numbers of the comments on a page, and where the pages before and behind it begin."""

    numbers: list[int]
    before: Cursor | None
    after: Cursor | None


def read_cursor(typed: str, stretches: Sequence[Stretch]) -> Cursor | None:
    """The place that an address names; None for what names no place in these stretches."""
    parts = typed.split(".") if len(typed) <= LONGEST_CURSOR else []
    try:
        index, *numbers = [int(part) for part in parts]
        keys = stretches[index].keys
        values = tuple(_value(key, number) for key, number in zip(keys, numbers, strict=True))
    except (ValueError, IndexError, OverflowError):
        return None
    return Cursor(index, values) if index >= 0 else None


def first_page(stretches: Sequence[Stretch], size: int) -> ListPage:
    """The first `size` comments."""
    found = _walk(stretches, None, size + 1)
    return _page(found[:size], is_first=True, is_last=len(found) <= size)


def page_after(stretches: Sequence[Stretch], cursor: Cursor, size: int) -> ListPage:
    """The comments behind that place; from the beginning where there are none."""
    found = _walk(stretches, cursor, size + 1)
    if not found:
        return first_page(stretches, size)
    return _page(found[:size], is_first=False, is_last=len(found) <= size)


def page_before(stretches: Sequence[Stretch], cursor: Cursor, size: int) -> ListPage:
    """The comments before that place; from the beginning where they fill no page."""
    found = _walk(stretches, cursor, size + 1, backwards=True)
    if len(found) <= size:
        return first_page(stretches, size)
    return _page(found[size - 1 :: -1], is_first=False, is_last=False)


def _page(found: Sequence[Cursor], *, is_first: bool, is_last: bool) -> ListPage:
    """The last key of every order is the comment's number."""
    return ListPage(
        numbers=[int(_number(cursor.values[-1])) for cursor in found],
        before=None if is_first or not found else found[0],
        after=None if is_last or not found else found[-1],
    )


def _walk(
    stretches: Sequence[Stretch], cursor: Cursor | None, number: int, *, backwards: bool = False
) -> list[Cursor]:
    """The next rows from a place on, from one stretch after the other."""
    found: list[Cursor] = []
    order = list(enumerate(stretches))
    for index, stretch in reversed(order) if backwards else order:
        missing = number - len(found)
        if not missing or (cursor and _is_behind(index, cursor.stretch, backwards=backwards)):
            continue
        keys = tuple(map(_turned, stretch.keys)) if backwards else stretch.keys
        rows = stretch.comments
        if cursor and index == cursor.stretch:
            rows = rows.filter(beyond(keys, cursor.values))
        found += [Cursor(index, values) for values in _values(rows, keys)[:missing]]
    return found


def _is_behind(index: int, place: int, *, backwards: bool) -> bool:
    return index > place if backwards else index < place


def _values(rows: QuerySet[Comment], keys: Sequence[str]) -> QuerySet[Comment, Values]:
    names = [key.removeprefix("-") for key in keys]
    return rows.order_by(*keys).values_list(*names)


def beyond(keys: Sequence[str], values: Sequence[Value]) -> Q:
    """The rows that follow one with these keys. The first bound is one that an index can seek."""
    name, comparison = keys[0].removeprefix("-"), "lt" if keys[0].startswith("-") else "gt"
    strictly = Q(**{f"{name}__{comparison}": values[0]})
    if len(keys) == 1:
        return strictly
    return Q(**{f"{name}__{comparison}e": values[0]}) & (strictly | beyond(keys[1:], values[1:]))


def _turned(key: str) -> str:
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def _number(value: Value) -> int:
    return (value - EPOCH) // MICROSECOND if isinstance(value, datetime) else value


def _value(key: str, number: int) -> Value:
    if abs(number) >= NOT_READ:
        raise ValueError(number)
    return EPOCH + number * MICROSECOND if key.endswith("_at") else number
