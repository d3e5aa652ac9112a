"""Windows to look through, and files to keep what they show."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from tests.browser.server import Server

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
MOST_BYTES = 200_000  # documents are read on telephones too
WIDE, HIGH = (1280, 900), (1280, 1290)
PHONE, HIGH_PHONE = (390, 844), (390, 910)


@dataclass(frozen=True)
class Studio:
    """A browser, and the newsroom that it looks at."""

    chromium: Browser
    newsroom: Server

    def window(self, size: tuple[int, int]) -> Page:
        """A reader's window, in which nothing slides: a place is there, or it is not."""
        context = self.chromium.new_context(
            base_url=self.newsroom.url,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
        )
        return context.new_page()

    def desk(
        self, size: tuple[int, int], *, username: str, begin: str = "/admin/reader-comments/"
    ) -> Page:
        """The window of somebody who has signed in: it shows the queue, or another page."""
        window = self.window(size)
        window.goto(f"/admin/login/?next={begin}")
        window.locator("[name=username]").fill(username)
        window.locator("[name=password]").fill(self.newsroom.password)
        window.locator("[name=password]").press("Enter")
        window.wait_for_url(f"**{begin}")
        return window


def save(shown: Page | Locator, name: str) -> None:
    """Keep what a window shows, or a part of its page."""
    write(shown.screenshot(), name)


def write(png: bytes, name: str) -> None:
    """Write it as small as PNG gets, without losing a colour."""
    path = FOLDER / f"{name}.png"
    Image.open(io.BytesIO(png)).convert("RGB").save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name} {size} bytes")  # noqa: T201  (it is what the command is for)
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES} bytes")
