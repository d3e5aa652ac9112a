"""Every page of ours, as wide as screens come, by day and by night, in both languages; to look at.

They go into a folder that is not kept. A page that cannot be opened ends the command.
"""

import json
import re
from collections.abc import Sequence
from itertools import product

from playwright.sync_api import Page

from script.take_screenshots.studio import FOLDER, Studio

HERE = FOLDER.parents[1] / "screenshots"
WIDTHS, SCHEMES, LANGUAGES = (390, 768, 1280), ("light", "dark"), ("en", "es")
HEIGHT = 900
QUALITY = 60  # of a JPEG: to be looked at, not to be shown
ASK = """
import json
from script.take_screenshots import places
print(json.dumps([places.of_readers({language!r}, receipt={receipt!r}),
    places.of_staff({language!r}, username={username!r})]))
"""


def take(studio: Studio, *, receipt: str) -> None:
    """All of them, a file each: language, address, width, light."""
    HERE.mkdir(exist_ok=True)
    username = studio.newsroom.username
    for language in LANGUAGES:
        code = ASK.format(language=language, username=username, receipt=receipt)
        readers, staff = json.loads(studio.newsroom.run(code).splitlines()[-1])
        desk = studio.desk((WIDTHS[-1], HEIGHT), username=username)
        _take(studio, readers, language, state=None)
        _take(studio, staff, language, state=desk.context.storage_state())


def _take(studio: Studio, addresses: Sequence[str], language: str, *, state: object) -> None:
    for width, scheme in product(WIDTHS, SCHEMES):
        context = studio.chromium.new_context(
            base_url=studio.newsroom.url,
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            reduced_motion="reduce",
            storage_state=state,
        )
        window = context.new_page()
        for address in addresses:
            _save(window, address, f"{language}{_named(address)}{width}-{scheme}")
        context.close()


def _save(window: Page, address: str, name: str) -> None:
    answer = window.goto(address)
    if answer is None or answer.status not in (200, 404):
        raise SystemExit(f"{address} answers {answer and answer.status}")
    window.screenshot(path=HERE / f"{name}.jpg", type="jpeg", quality=QUALITY, full_page=True)


def _named(address: str) -> str:
    """An address as a part of a file's name, between two hyphens; secrets cut short."""
    short = re.sub(r"(\w{12})\w{20,}", r"\1", address.lower())
    return re.sub(r"[^a-z0-9]+", "-", f"/{short}/")
