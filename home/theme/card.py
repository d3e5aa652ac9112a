"""The picture for link previews of pages that have none of their own: the name, printed."""

import hashlib
import io
import re
import textwrap
from functools import lru_cache

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # pixels, what previews ask for
MARGIN, THICK, THIN = 70, 18, 4
PAPER, INK, SPOT = "#fbfbf9", "#16181a", "#b4231a"  # of static/css/tokens.css
FONT = settings.BASE_DIR / "static" / "fonts" / "league-gothic-latin.woff2"
DRAWING = 1  # counted up when the card changes, for its address is kept for ever
# What the file of the font has: Latin letters, dashes and quotation marks.
PRINTABLE = re.compile(r"[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u2010-\u2026]+")
LARGEST, LEADING = 300, 1.2  # of the letters
LONGEST_NAME, MOST_LINES = 80, 3
QUALITY = 90


def has_card(name: str) -> bool:
    """Whether the letters can print a name."""
    return bool(name.strip()) and len(name) <= LONGEST_NAME and bool(PRINTABLE.fullmatch(name))


def digest_of(name: str, spot: str) -> str:
    """What the address of a card ends with, so that it may be kept for ever."""
    return hashlib.sha256(f"{DRAWING}\n{name}\n{spot}".encode()).hexdigest()[:16]


@lru_cache(maxsize=4)
def card(name: str, spot: str = "") -> bytes:
    """A JPEG of the name in capitals between rules, with a band of the spot colour."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
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
    ways = [
        textwrap.wrap(name, max(len(name) // number + 4, 1)) for number in range(1, MOST_LINES + 1)
    ]
    sizes = [_size_of(lines) for lines in ways]
    return ways[sizes.index(max(sizes))], max(sizes)


def _size_of(lines: list[str]) -> int:
    """The largest in which they fit; a word that never ends makes it small."""
    widest = max(_font(LARGEST).getlength(line) for line in lines)
    by_width = LARGEST * (WIDTH - 2 * MARGIN) / widest
    by_height = (HEIGHT - 3 * MARGIN) / (len(lines) * LEADING)
    return int(min(by_width, by_height, LARGEST))


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)
