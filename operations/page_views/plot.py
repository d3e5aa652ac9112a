"""The days as a drawing, a bar each.

All is in whole units of the drawing: a fraction would be written with the comma of the reader's
language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from operations.page_views.figures import Day

WIDTH, HEIGHT = 720, 180
LEFT, RIGHT, TOP, BOTTOM = 50, 4, 12, 24  # for the numbers beside the bars, the days below them
TALLEST = HEIGHT - TOP - BOTTOM
SHARE_OF_STEP = 0.8
LEAST_HEIGHT = 1


@dataclass(frozen=True)
class Bar:
    """A day's bar."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Plot:
    """`largest` is what the tallest bar stands for."""

    bars: tuple[Bar, ...]
    largest: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = TOP
    base: int = HEIGHT - BOTTOM


def plot(days: Sequence[Day]) -> Plot | None:
    """The drawing; None when nothing was read."""
    largest = max((day.number for day in days), default=0)
    if not largest:
        return None
    step = (WIDTH - LEFT - RIGHT) / len(days)
    width = max(1, round(step * SHARE_OF_STEP))
    bars = [
        _bar(round(LEFT + place * step), width, round(day.number / largest * TALLEST))
        for place, day in enumerate(days)
        if day.number
    ]
    return Plot(tuple(bars), largest)


def _bar(x: int, width: int, height: int) -> Bar:
    tall = max(LEAST_HEIGHT, height)
    return Bar(x, HEIGHT - BOTTOM - tall, width, tall)
