"""A second picture of the demo: the last bus at its stop, and whoever is still waiting for it."""

from PIL import ImageDraw

from home.demo.drawing import (
    GLOW,
    GROUND,
    HEIGHT,
    HILLS,
    LIGHT,
    PEOPLE,
    ROOF,
    STREET,
    WIDTH,
    WINDOW,
    draw_person,
    finished,
    scaled,
    sky,
)

BODY, STRIPE, GLASS = (150, 62, 52), (236, 208, 150), (250, 222, 160)
LEFT, RIGHT, TOP, FLOOR = 640, 1420, 420, 720
WINDOWS, DOORS = (690, 815, 940, 1190), (1065, 1330)
WINDOW_WIDTH, DOOR_WIDTH = 100, 76
WHEELS, WHEEL = (790, 1250), 52
LAMP = 360


def draw_bus() -> bytes:
    """The picture as a PNG of 1600 by 900 pixels; always the same."""
    picture = sky()
    pen = ImageDraw.Draw(picture)
    pen.ellipse(scaled((-500, 560), (900, 1300)), fill=HILLS)
    pen.rectangle(scaled((0, GROUND), (WIDTH, HEIGHT)), fill=STREET)
    _draw_stop(pen)
    _draw_coach(pen)
    for x, height in ((430, 190), (505, 132), (250, 178)):
        draw_person(pen, x, 838, height)
    return finished(picture)


def _draw_stop(pen: ImageDraw.ImageDraw) -> None:
    """A lamp, and its light on the pavement."""
    pen.ellipse(scaled((LAMP - 290, 770), (LAMP + 290, 880)), fill=GLOW)
    pen.rectangle(scaled((LAMP - 6, 250), (LAMP + 6, 830)), fill=ROOF)
    pen.polygon(scaled((LAMP - 46, 262), (LAMP + 46, 262), (LAMP, 214)), fill=ROOF)
    pen.ellipse(scaled((LAMP - 22, 252), (LAMP + 22, 296)), fill=LIGHT)


def _draw_coach(pen: ImageDraw.ImageDraw) -> None:
    corners = scaled((LEFT, TOP), (RIGHT, FLOOR))
    pen.rounded_rectangle(corners, radius=64, fill=BODY)
    pen.rectangle(scaled((LEFT, 610), (RIGHT, 626)), fill=STRIPE)
    for x in WINDOWS:
        pen.rounded_rectangle(scaled((x, 464), (x + WINDOW_WIDTH, 574)), radius=16, fill=GLASS)
    for x in DOORS:
        pen.rounded_rectangle(scaled((x, 464), (x + DOOR_WIDTH, FLOOR - 8)), radius=12, fill=GLASS)
        middle = x + DOOR_WIDTH / 2
        pen.rectangle(scaled((middle - 2, 464), (middle + 2, FLOOR - 8)), fill=BODY)
    for x in WHEELS:
        pen.ellipse(scaled((x - WHEEL, FLOOR - 46), (x + WHEEL, FLOOR + 58)), fill=PEOPLE)
        pen.ellipse(scaled((x - 20, FLOOR - 14), (x + 20, FLOOR + 26)), fill=WINDOW)
    pen.polygon(scaled((LEFT, 660), (LEFT, 690), (LEFT - 210, 760), (LEFT - 240, 690)), fill=GLOW)
    pen.rectangle(scaled((LEFT - 4, 656), (LEFT + 14, 692)), fill=LIGHT)
