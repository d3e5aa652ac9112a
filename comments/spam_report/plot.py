"""The report card as a drawing: a bar for each period, spam above the line, the rest below.

Everything is counted in units of the drawing, which are whole numbers: a fraction would be
written with the comma of the reader's language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from comments.learning.report_card import Period, Tally

Kind = Literal["right", "asked", "wrong"]

WIDTH, HEIGHT = 360, 236
LEFT, RIGHT = 30, 4  # for the numbers beside the bars
AXIS = HEIGHT // 2
TALLEST = 92
SHARE_OF_BAR = 0.72
LEAST_HEIGHT = 2  # or one comment among two hundred could not be seen


@dataclass(frozen=True)
class Block:
    """A part of a bar: comments that the filter treated rightly, asked about, or had wrong."""

    x: int
    y: int
    width: int
    height: int
    kind: Kind


@dataclass(frozen=True)
class Plot:
    """`largest` is how many comments the longest bar stands for; it reaches to one of `ends`."""

    blocks: tuple[Block, ...]
    largest: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    axis: int = AXIS
    ends: tuple[int, int] = (AXIS - TALLEST, AXIS + TALLEST)
    captions: tuple[int, int] = (AXIS - TALLEST - 10, AXIS + TALLEST + 20)


def plot(periods: Sequence[Period]) -> Plot | None:
    """The drawing; None when there is nothing to draw."""
    largest = max((max(each.spam.total, each.honest.total) for each in periods), default=0)
    if not largest:
        return None
    step = (WIDTH - LEFT - RIGHT) / len(periods)
    width = round(step * SHARE_OF_BAR)
    blocks: list[Block] = []
    for number, period in enumerate(periods):
        x = round(LEFT + step * (number + (1 - SHARE_OF_BAR) / 2))
        blocks += _bar(x, width, _of_spam(period.spam), largest=largest, side=-1)
        blocks += _bar(x, width, _of_honest(period.honest), largest=largest, side=1)
    return Plot(tuple(blocks), largest)


def _of_spam(tally: Tally) -> tuple[tuple[Kind, int], ...]:
    return ("right", tally.binned), ("asked", tally.held), ("wrong", tally.passed)


def _of_honest(tally: Tally) -> tuple[tuple[Kind, int], ...]:
    return ("right", tally.passed), ("asked", tally.held), ("wrong", tally.binned)


def _bar(
    x: int, width: int, parts: Sequence[tuple[Kind, int]], *, largest: int, side: int
) -> Iterator[Block]:
    """From the line outwards: upwards (-1) or downwards (1)."""
    end = 0
    for kind, number in parts:
        if number:
            start, end = end, end + max(LEAST_HEIGHT, round(number * TALLEST / largest))
            yield Block(x, AXIS + min(side * start, side * end), width, end - start, kind)
