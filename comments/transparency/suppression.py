"""Which numbers can be published without telling of fewer than five people, ever.

The months of a measure are cut into *spans*, and its kinds into groups. What is published are
numbers of spans and groups that never overlap, each 0 or at least `SMALLEST`, and sums of them. A
span is closed once and for all: a later report only adds to an earlier one, so that subtracting
one from the other gives nothing but what is published anyway.

- A month is a span when its number is 0 or at least `SMALLEST`. Otherwise it waits for the months
  after it: to the end of the quarter, and if they are too few even so, of the next one, over the
  end of the year if need be. A number is never published first and merged afterwards.
- The kinds of a measure are published for one or more whole spans together, as soon as each kind
  has 0 or at least `SMALLEST` at the end of a month, a quarter, or a year. At the end of a year
  they wait no longer: what is too small becomes "other", together with the last of the rest where
  "other" would be too small itself; and with what is 0, or who sees five kinds with five comments
  would know that each has one.

Why that is enough, and what it cannot do, is in docs/transparency.md.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

SMALLEST = 5
QUARTER_MONTHS = 3
YEAR_MONTHS = 12


@dataclass(frozen=True)
class Month:
    """What happened in one month: how often, and of each classification how often each kind."""

    first_day: date
    total: int
    kinds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """The number of some months in a row."""

    first: date
    last: date
    total: int


@dataclass(frozen=True)
class Table:
    """The kinds of some months in a row. `other` holds those that are not named, if any are."""

    first: date
    last: date
    total: int
    kinds: Mapping[str, int]
    other: int | None


@dataclass(frozen=True)
class Series:
    """What of a measure is published. `waits` says that something is not in it yet."""

    spans: tuple[Span, ...]
    tables: Mapping[str, tuple[Table, ...]]
    waits: bool

    @property
    def total(self) -> int:
        """The sum of all that is published."""
        return sum(span.total for span in self.spans)


def is_small(number: int) -> bool:
    """Whether a number tells of so few that they could be known by it."""
    return 0 < number < SMALLEST


def publish(months: Sequence[Month], classifications: Mapping[str, Sequence[str]]) -> Series:
    """What can be published of consecutive months, each of which is over.

    `classifications` name their kinds; those that turn up only in the months are added.
    """
    cuts = spans_of(months)
    spans = tuple(_span(months[first : last + 1]) for first, last in cuts)
    tables: dict[str, list[Table]] = {code: [] for code in classifications}
    for first, last, is_forced in _tables_of(months, cuts):
        for code, kinds in classifications.items():
            tables[code].append(_table(months[first : last + 1], code, kinds, is_forced=is_forced))
    closed = cuts[-1][1] + 1 if cuts else 0
    is_waiting = any(month.total for month in months[closed:])
    return Series(spans, {code: tuple(each) for code, each in tables.items()}, is_waiting)


def spans_of(months: Sequence[Month]) -> list[tuple[int, int]]:
    """The first and the last place of each span that is closed."""
    spans, first, number = [], 0, 0
    for place, month in enumerate(months):
        number += month.total
        if not is_small(number) and _is_end(months, first, place):
            spans.append((first, place))
            first, number = place + 1, 0
    return spans


def _tables_of(
    months: Sequence[Month], spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int, bool]]:
    """The first and the last place of each table, and whether it could wait no longer."""
    tables, first = [], 0
    for _start, last in spans:
        together = months[first : last + 1]
        has_small = any(is_small(n) for kinds in _sums(together).values() for n in kinds.values())
        is_late = any(_ends(month, YEAR_MONTHS) for month in together)
        if is_late or (not has_small and _is_end(months, first, last)):
            tables.append((first, last, has_small))
            first = last + 1
    return tables


def _is_end(months: Sequence[Month], first: int, last: int) -> bool:
    """Whether what begins at `first` can end at `last`: as a month, or at the end of a quarter."""
    return first == last or _ends(months[last], QUARTER_MONTHS)


def _ends(month: Month, months_together: int) -> bool:
    return month.first_day.month % months_together == 0


def _sums(months: Sequence[Month]) -> dict[str, Counter[str]]:
    sums: dict[str, Counter[str]] = {}
    for month in months:
        for code, kinds in month.kinds.items():
            sums.setdefault(code, Counter()).update(kinds)
    return sums


def _span(months: Sequence[Month]) -> Span:
    total = sum(month.total for month in months)
    return Span(months[0].first_day, months[-1].first_day, total)


def _table(months: Sequence[Month], code: str, kinds: Sequence[str], *, is_forced: bool) -> Table:
    numbers = _sums(months).get(code, Counter())
    named = {kind: numbers[kind] for kind in (*kinds, *sorted(set(numbers) - set(kinds)))}
    span = _span(months)
    if is_forced and any(is_small(number) for number in named.values()):
        shown = _shown(named)
        other = span.total - sum(shown.values())
        return Table(span.first, span.last, span.total, shown, other)
    return Table(span.first, span.last, span.total, named, None)


def _shown(kinds: Mapping[str, int]) -> dict[str, int]:
    """Those large enough, without those that "other" needs so that nobody can take it apart.

    Which these are goes by their order, never by their size, which would tell of what is hidden.
    """
    shown = {kind: number for kind, number in kinds.items() if number >= SMALLEST}
    other = sum(number for number in kinds.values() if number < SMALLEST)
    hidden = len(kinds) - len(shown)
    # All that is hidden is small: then it must be neither too few nor as many as can be.
    is_safe = SMALLEST <= other <= hidden * (SMALLEST - 1) - (SMALLEST - 2)
    while shown and not is_safe:
        other += shown.popitem()[1]
        # Then one is large, and leaves room for each value that a small one can have.
        is_safe = other >= 2 * SMALLEST - 1
    return shown
