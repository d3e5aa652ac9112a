"""The style sheet of a newsroom's own look: what its settings change, then its own file."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from home.models.settings import NewsroomSettings, Typeface
from home.theme.colours import DAY, NIGHT, printed_on, readable

FILE = "theme.css"  # in DATA_DIR
LONGEST = 200_000  # characters of the file; more is no theme
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


def sheet_of(newsroom: NewsroomSettings) -> str:
    """The whole sheet; empty for a newsroom that looks as it came."""
    made = _from_settings(newsroom.spot_colour, newsroom.typeface)
    return "\n".join(part for part in (made, _own_file()) if part)


def digest_of(sheet: str) -> str:
    """What the address of a sheet ends with, so that browsers may keep it for ever."""
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]


@lru_cache(maxsize=16)
def _from_settings(spot: str, typeface: str) -> str:
    rules = TYPES.get(Typeface(typeface), "")
    by_day = f"{_spot(spot, paper=DAY)} {rules}".strip()
    if not by_day:
        return ""
    night = f"@media (prefers-color-scheme: dark) {{ :root {{ {_spot(spot, paper=NIGHT)} }} }}"
    return f"@layer theme {{\n:root {{ {by_day} }}\n{night if spot else ''}\n}}"


def _spot(colour: str, *, paper: str) -> str:
    if not colour:
        return ""
    spot = readable(colour, on=paper)
    return f"--color-spot: {spot}; --color-on-spot: {printed_on(spot)};"


def _own_file() -> str:
    """What the owner wrote into DATA_DIR/theme.css; later than our layers, so it always wins."""
    try:
        written = (Path(settings.DATA_DIR) / FILE).stat()
    except FileNotFoundError:
        return ""
    return _read(written.st_mtime_ns, written.st_size)


@lru_cache(maxsize=1)
def _read(_changed_at: int, _size: int) -> str:
    text = (Path(settings.DATA_DIR) / FILE).read_text(encoding="utf-8", errors="replace")
    return text[:LONGEST]
