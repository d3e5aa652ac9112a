from dataclasses import dataclass
from decimal import Decimal

import pytest

from blog.campaigns.drawing import HEIGHT_AT_LEAST, HEIGHT_AT_MOST, MARGIN, WIDTH, draw


@dataclass
class Place:
    name: str
    latitude: Decimal | None
    longitude: Decimal | None

    def __str__(self) -> str:
        return self.name


def place(name: str, north: float, east: float) -> Place:
    return Place(name, Decimal(str(north)), Decimal(str(east)))


def test_places_without_a_position_make_no_map() -> None:
    assert draw([]) is None
    assert draw([Place("Somewhere", None, None)]) is None


def test_north_is_up_and_east_is_right() -> None:
    north, south_east = draw([place("N", 45, -100), place("S", 30, -80)]).dots

    assert north.y < south_east.y
    assert north.x < south_east.x
    assert (north.name, south_east.name) == ("N", "S")


def test_degree_of_longitude_is_as_wide_as_it_is_there() -> None:
    west, east, north, south = draw(
        [place("W", 60, 9), place("E", 60, 11), place("N", 61, 10), place("S", 59, 10)]
    ).dots

    assert (east.x - west.x) / (south.y - north.y) == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    "places",
    [
        [place("One town", 36.1, -86.7)],
        [place("Pole", 90, 0), place("Other pole", -90, 0)],
        [place("Dateline", 0, 180), place("Other side", 0, -180)],
        [place("A", 36.1, -86.7), place("A again", 36.1, -86.7)],
        [place("Wide", 10, -120), place("Low", 10.1, 40)],
    ],
)
def test_every_dot_is_well_inside_the_drawing(places: list[Place]) -> None:
    drawing = draw(places)

    assert HEIGHT_AT_LEAST <= drawing.height <= HEIGHT_AT_MOST
    for dot in drawing.dots:
        assert MARGIN - 1 <= dot.x <= WIDTH - MARGIN + 1
        assert MARGIN - 1 <= dot.y <= drawing.height - MARGIN + 1


def test_lines_say_where_on_earth_it_is() -> None:
    lines = draw([place("A", 30, -100), place("B", 45, -80)]).lines

    assert {"100°W", "90°W", "80°W"} <= {line.label for line in lines if line.is_upright}
    assert {"30°N", "40°N"} <= {line.label for line in lines if not line.is_upright}


def test_equator_and_greenwich_are_on_no_side() -> None:
    labels = {line.label for line in draw([place("A", -5, -5), place("B", 5, 5)]).lines}

    assert "0°" in labels
    assert {"5°S", "5°E"} <= labels
