"""Places as dots on a plain map: every degree of longitude as wide as it is in the middle of them.

Nobody else is asked for a picture of the ground. Everything is counted in units of the drawing,
which are whole numbers: a fraction would be written with the comma of the reader's language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, cos, floor, radians
from typing import Protocol

WIDTH = 640
HEIGHT_AT_MOST, HEIGHT_AT_LEAST = 480, 200
MARGIN = 24  # so that no dot lies on the edge
SMALLEST_DEGREES = 1.0  # one town alone is not looked at through a microscope
STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 30, 45)  # degrees between two lines
LINES_AT_MOST = 6
DATE_LINE, POLE = 180, 90  # degrees from Greenwich, and from the equator


class Located(Protocol):
    """Something that may be somewhere on earth: degrees north of the equator, east of Greenwich."""

    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True)
class Dot:
    """A place on the drawing."""

    x: int
    y: int
    name: str


@dataclass(frozen=True)
class Line:
    """A meridian (`is_upright`) or a parallel, and how many degrees it says."""

    at: int
    is_upright: bool
    label: str


@dataclass(frozen=True)
class Map:
    """The drawing; `lines` tell where on earth it is."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    height: int
    width: int = WIDTH


@dataclass(frozen=True)
class Frame:
    """The part of the earth that is drawn: its western and northern edge, units to a degree."""

    west: float
    north: float
    across: float
    down: float
    height: int

    def x(self, longitude: float) -> int:
        """How far from the left edge."""
        return round((longitude - self.west) * self.across)

    def y(self, latitude: float) -> int:
        """How far from the upper edge."""
        return round((self.north - latitude) * self.down)


def draw(places: Sequence[Located]) -> Map | None:
    """The map of those places that have a latitude and a longitude; None if none has."""
    spots = [
        (float(place.latitude), float(place.longitude), str(place))
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]
    if not spots:
        return None
    frame = _frame([spot[0] for spot in spots], [spot[1] for spot in spots])
    dots = tuple(Dot(frame.x(east), frame.y(north), name) for north, east, name in spots)
    return Map(dots, tuple(_lines(frame)), frame.height)


def _frame(norths: Sequence[float], easts: Sequence[float]) -> Frame:
    """Around all places, with a margin; as high as it has to be, within reason."""
    middle_north, middle_east = (max(norths) + min(norths)) / 2, (max(easts) + min(easts)) / 2
    narrowing = max(cos(radians(middle_north)), 0.1)
    wide = max(max(easts) - min(easts), SMALLEST_DEGREES)
    high = max(max(norths) - min(norths), SMALLEST_DEGREES)
    down = min((WIDTH - 2 * MARGIN) / (wide * narrowing), (HEIGHT_AT_MOST - 2 * MARGIN) / high)
    height = max(round(high * down) + 2 * MARGIN, HEIGHT_AT_LEAST)
    across = down * narrowing
    west, north = middle_east - WIDTH / 2 / across, middle_north + height / 2 / down
    return Frame(west, north, across, down, height)


def _lines(frame: Frame) -> Iterator[Line]:
    step = _step(WIDTH / frame.across)
    for degrees in _multiples(frame.west, frame.west + WIDTH / frame.across, step):
        if abs(degrees) <= DATE_LINE:
            yield Line(frame.x(degrees), is_upright=True, label=_label(degrees, "E", "W"))
    for degrees in _multiples(frame.north - frame.height / frame.down, frame.north, step):
        if abs(degrees) <= POLE:
            yield Line(frame.y(degrees), is_upright=False, label=_label(degrees, "N", "S"))


def _step(degrees: float) -> float:
    return next((step for step in STEPS if degrees / step <= LINES_AT_MOST), STEPS[-1])


def _multiples(first: float, last: float, step: float) -> Iterator[float]:
    return (number * step for number in range(ceil(first / step), floor(last / step) + 1))


def _label(degrees: float, positive: str, negative: str) -> str:
    side = positive if degrees > 0 else negative if degrees < 0 else ""
    return f"{abs(degrees):g}°{side}"
