"""A picture of the demo, drawn here so that it belongs to nobody else: a street, one door open."""

from io import BytesIO

from PIL import Image, ImageDraw

Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 900
SMOOTHING = 2  # drawn this much larger and scaled down, for edges without steps
GROUND = 700

NIGHT, DUSK = (27, 36, 66), (214, 134, 104)
HILLS, STREET = (48, 49, 84), (30, 31, 52)
WALLS = ((38, 40, 68), (33, 36, 60), (42, 42, 70), (35, 37, 63))
ROOF, WINDOW = (24, 26, 46), (66, 68, 104)
LIGHT, GLOW, PEOPLE = (255, 214, 138), (120, 92, 84), (20, 20, 34)

# Left edge, width and height of the walls; the last number picks the colour.
HOUSES = (
    (-60, 270, 230, 0),
    (220, 230, 300, 1),
    (470, 260, 210, 2),
    (750, 300, 280, 3),
    (1080, 240, 220, 0),
    (1340, 300, 290, 1),
)
OPEN_HOUSE = 3
DOOR_WIDTH, DOOR_HEIGHT = 62, 128
STARS = (
    (120, 90),
    (300, 170),
    (430, 60),
    (640, 130),
    (860, 80),
    (1060, 160),
    (1230, 70),
    (1490, 140),
)


def draw_street() -> bytes:
    """The picture as a PNG of 1600 by 900 pixels; always the same."""
    picture = sky()
    pen = ImageDraw.Draw(picture)
    for x, y in STARS:
        pen.ellipse(scaled((x - 2, y - 2), (x + 2, y + 2)), fill=(210, 205, 215))
    _draw_land(pen)
    for number, house in enumerate(HOUSES):
        _draw_house(pen, house, is_open=number == OPEN_HOUSE)
    left, width, _height, _colour = HOUSES[OPEN_HOUSE]
    _draw_open_door(pen, left + width / 2)
    draw_person(pen, left + width / 2 + 14, 838, 118)
    draw_person(pen, left + width / 2 + 70, 842, 74)
    return finished(picture)


def finished(picture: Image.Image) -> bytes:
    """The drawing at its final size, as a PNG."""
    file = BytesIO()
    picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def scaled(*points: Point) -> list[Point]:
    """Points of the picture as points of the drawing, which is larger."""
    return [(x * SMOOTHING, y * SMOOTHING) for x, y in points]


def sky() -> Image.Image:
    """Night above, the last light behind the hills."""
    column = Image.new("RGB", (1, HEIGHT))
    for y in range(HEIGHT):
        share = min(y / GROUND, 1) ** 1.6
        mixed = [round(a + (b - a) * share) for a, b in zip(NIGHT, DUSK, strict=True)]
        column.putpixel((0, y), (mixed[0], mixed[1], mixed[2]))
    return column.resize((WIDTH * SMOOTHING, HEIGHT * SMOOTHING))


def _draw_land(pen: ImageDraw.ImageDraw) -> None:
    pen.ellipse(scaled((-300, 480), (900, 1200)), fill=HILLS)
    pen.ellipse(scaled((700, 520), (2000, 1300)), fill=HILLS)
    pen.rectangle(scaled((0, GROUND), (WIDTH, HEIGHT)), fill=STREET)


def _draw_house(pen: ImageDraw.ImageDraw, house: tuple[int, ...], *, is_open: bool) -> None:
    left, width, height, colour = house
    top, right, middle = GROUND - height, left + width, left + width / 2
    pen.rectangle(scaled((right - 64, top - 88), (right - 36, top)), fill=ROOF)
    pen.rectangle(scaled((left, top), (right, GROUND)), fill=WALLS[colour])
    pen.polygon(scaled((left - 20, top), (middle, top - 100), (right + 20, top)), fill=ROOF)
    for x in (left + 34, right - 82):
        pen.rectangle(scaled((x, top + 40), (x + 48, top + 96)), fill=WINDOW)
    if not is_open:
        door = scaled((middle - 26, GROUND - 104), (middle + 26, GROUND))
        pen.rectangle(door, fill=ROOF)


def _draw_open_door(pen: ImageDraw.ImageDraw, middle: float) -> None:
    """The light falls through the door and down the path."""
    left, right = middle - DOOR_WIDTH / 2, middle + DOOR_WIDTH / 2
    path = scaled((left, GROUND), (right, GROUND), (right + 190, HEIGHT), (left - 110, HEIGHT))
    pen.polygon(path, fill=GLOW)
    pen.rectangle(scaled((left, GROUND - DOOR_HEIGHT), (right, GROUND)), fill=LIGHT)
    leaf = scaled(
        (left, GROUND - DOOR_HEIGHT),
        (left - 34, GROUND - DOOR_HEIGHT + 12),
        (left - 34, GROUND + 14),
        (left, GROUND),
    )
    pen.polygon(leaf, fill=ROOF)


def draw_person(pen: ImageDraw.ImageDraw, x: float, feet: float, height: float) -> None:
    """Somebody on the way to the door, `height` pixels tall."""
    head = height / 9
    shoulders, top = height / 5.5, feet - height
    pen.ellipse(scaled((x - head, top), (x + head, top + 2 * head)), fill=PEOPLE)
    coat = scaled((x - shoulders, top + 2 * head), (x + shoulders, feet - height / 4))
    pen.rounded_rectangle(coat, radius=shoulders * SMOOTHING * 0.9, fill=PEOPLE)
    for side in (-1, 1):
        foot = x + side * shoulders / 2
        legs = scaled((foot - head / 1.6, feet - height / 2.6), (foot + head / 1.6, feet))
        pen.rectangle(legs, fill=PEOPLE)
