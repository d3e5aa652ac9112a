"""The picture for link previews of pages that have none of their own: the name, printed."""

import hashlib
import io
import textwrap
from functools import lru_cache

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from home.theme.colours import DAY

WIDTH, HEIGHT = 1200, 630  # pixels, what previews ask for
MARGIN, THICK, THIN = 70, 18, 4
INK, SPOT = "#16181a", "#b4231a"  # of static/css/tokens.css
FONT = settings.BASE_DIR / "static" / "fonts" / "league-gothic-latin.woff2"
LAST_SIGN = "\u00ff"  # the font has Latin letters up to here
LARGEST, SMALLEST, STEP = 300, 90, 10  # of the letters
LONGEST_NAME, MOST_LINES = 80, 3
QUALITY = 90


def has_card(name: str) -> bool:
    """Whether the letters can print a name."""
    return bool(name) and len(name) <= LONGEST_NAME and max(name) <= LAST_SIGN


def digest_of(name: str, spot: str) -> str:
    """What the address of a card ends with, so that it may be kept for ever."""
    return hashlib.sha256(f"{name}\n{spot}".encode()).hexdigest()[:16]


@lru_cache(maxsize=4)
def card(name: str, spot: str = "") -> bytes:
    """A JPEG of the name in capitals between rules, with a band of the spot colour."""
    image = Image.new("RGB", (WIDTH, HEIGHT), DAY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((MARGIN, MARGIN, WIDTH - MARGIN, MARGIN + THICK), fill=INK)
    thin = MARGIN + THICK + 2 * THIN
    draw.rectangle((MARGIN, thin, WIDTH - MARGIN, thin + THIN), fill=INK)
    draw.rectangle((0, HEIGHT - MARGIN, WIDTH, HEIGHT), fill=spot or SPOT)
    lines, size = _fitted(name.upper())
    draw.multiline_text(
        (MARGIN, (thin + HEIGHT - MARGIN) // 2),
        "\n".join(lines),
        fill=INK,
        font=_font(size),
        anchor="lm",
        spacing=size // 8,
    )
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=QUALITY, optimize=True)
    return packed.getvalue()


def _fitted(name: str) -> tuple[list[str], int]:
    """The name in as few lines as give it the largest letters, and their size."""
    room = WIDTH - 2 * MARGIN
    return max(
        (_in_lines(name, number, room) for number in range(1, MOST_LINES + 1)),
        key=lambda fitted: fitted[1],
    )


def _in_lines(name: str, number: int, room: int) -> tuple[list[str], int]:
    lines = textwrap.wrap(name, max(len(name) // number + 4, 1))
    for size in range(LARGEST, SMALLEST, -STEP):
        is_high = len(lines) * size * 1.2 > HEIGHT - 3 * MARGIN
        if not is_high and max(_font(size).getlength(line) for line in lines) <= room:
            return lines, size
    return lines, SMALLEST


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)
