"""A measure as a drawing: a bar for each span of months, its area as large as its number.

Everything is counted in units of the drawing, which are whole numbers: a fraction would be
written with the comma of the reader's language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comments.transparency.suppression import Span

WIDTH, HEIGHT = 720, 160
LEFT, RIGHT = 64, 2  # for the number beside the bars
TOP, BASE = 14, 132
GAP = 2
MONTHS_AT_MOST = 36
YEAR_MONTHS = 12


@dataclass(frozen=True)
class Bar:
    """One span."""

    x: int
    y: int
    width: int
    height: int
    is_merged: bool


@dataclass(frozen=True)
class Plot:
    """`tallest` is how many a month the highest bar stands for; `years` where a year begins."""

    bars: tuple[Bar, ...]
    tallest: int
    first: date
    last: date
    years: tuple[tuple[int, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = TOP
    base: int = BASE


def plot(spans: Sequence[Span]) -> Plot | None:
    """The last three years; None where there is nothing to see."""
    if not spans:
        return None
    recent = [s for s in spans if _number(spans[-1].last) - _number(s.first) < MONTHS_AT_MOST]
    rates = [span.total / _months(span) for span in recent]
    if not any(rates):
        return None
    begins, ends = _number(recent[0].first), _number(recent[-1].last) + 1
    step = (WIDTH - LEFT - RIGHT) / (ends - begins)
    tallest = max(rates)
    bars = tuple(
        _bar(span, rate / tallest, x=LEFT + step * (_number(span.first) - begins), step=step)
        for span, rate in zip(recent, rates, strict=True)
        if rate
    )
    years = tuple(
        (round(LEFT + step * (month - begins)), str(month // YEAR_MONTHS))
        for month in range(begins, ends)
        if month % YEAR_MONTHS == 0 or month == begins
    )
    return Plot(bars, round(tallest), recent[0].first, recent[-1].last, _apart(years))


def _bar(span: Span, share: float, *, x: float, step: float) -> Bar:
    height = max(1, round((BASE - TOP) * share))
    width = max(1, round(step * _months(span)) - GAP)
    return Bar(round(x), BASE - height, width, height, span.first != span.last)


def _apart(years: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """Without the first, which began before, where the second would stand upon it."""
    if len(years) > 1 and years[1][0] - years[0][0] < LEFT:
        return years[1:]
    return years


def _number(month: date) -> int:
    """Months are counted, so that they can be subtracted; January of a year is a multiple of 12."""
    return month.year * YEAR_MONTHS + month.month - 1


def _months(span: Span) -> int:
    return _number(span.last) - _number(span.first) + 1
