"""The style sheet of a newsroom's own look: what its settings change, then its own file."""

import hashlib
import logging
import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from home.models.settings import NewsroomSettings, Typeface
from home.theme.colours import DAY, NIGHT, printed_on, readable

logger = logging.getLogger(__name__)

FILE = "theme.css"  # in DATA_DIR
LONGEST = 200_000  # characters of the file; more is no theme
OTHER_LETTERS = re.compile(r"--font-display\s*:")
TYPES = {
    Typeface.BOOK: (
        "--font-display: var(--font-text);"
        " --display-scale: .7; --display-leading: 1.1; --display-spacing: -.01em;"
    ),
    Typeface.PLAIN: (
        "--font-display: var(--font-small);"
        " --display-scale: .66; --display-leading: 1.12; --display-spacing: -.02em;"
    ),
}
# Those letters join each other and have signs above, whatever a newsroom chose for its own.
RIGHT_TO_LEFT = '[dir="rtl"] { --display-leading: 1.3; --display-spacing: 0; }'


def sheet_of(newsroom: NewsroomSettings) -> str:
    """The whole sheet; empty for a newsroom that looks as it came."""
    made = _from_settings(newsroom.spot_colour, newsroom.typeface)
    return "\n".join(part for part in (made, _own_file()) if part)


def has_our_letters(sheet: str) -> bool:
    """Whether headlines keep the letters that come along, which are then worth fetching early."""
    return OTHER_LETTERS.search(sheet) is None


def digest_of(sheet: str) -> str:
    """What the address of a sheet ends with, so that browsers may keep it for ever."""
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]


@lru_cache(maxsize=16)
def _from_settings(spot: str, typeface: str) -> str:
    rules = TYPES.get(Typeface(typeface), "")
    by_day = f"{_spot(spot, on=DAY)} {rules}".strip()
    if not by_day:
        return ""
    night = f"@media (prefers-color-scheme: dark) {{ :root {{ {_spot(spot, on=NIGHT)} }} }}"
    parts = [f":root {{ {by_day} }}", night if spot else "", RIGHT_TO_LEFT if rules else ""]
    return "\n".join(["@layer theme {", *filter(None, parts), "}"])


def _spot(colour: str, *, on: str) -> str:
    if not colour:
        return ""
    spot = readable(colour, on=on)
    return f"--color-spot: {spot}; --color-on-spot: {printed_on(spot)};"


def _own_file() -> str:
    """What the owner wrote into DATA_DIR/theme.css; later than our layers, so it always wins."""
    path = Path(settings.DATA_DIR) / FILE
    try:
        written = path.stat()
        return _read(path, written.st_mtime_ns, written.st_size)
    except FileNotFoundError:
        return ""
    except OSError as error:
        logger.warning("%s cannot be read (%s); pages look as they came", path, error.strerror)
        return ""


@lru_cache(maxsize=1)
def _read(path: Path, _changed_at: int, _size: int) -> str:
    """Some editors begin a file with a mark of its encoding, which would spoil the first rule."""
    return path.read_text(encoding="utf-8-sig", errors="replace")[:LONGEST]
