"""Takes the pictures in docs/screenshots from the demo newsroom; script/screenshots runs it."""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import Server, running_newsroom

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
POST = "/news/break-the-hold-webinar/"
MOST_BYTES = 200_000  # a README is read on telephones too
WIDE, PHONE = (1280, 900), (390, 844)


def main() -> None:
    """Take all of them and say how large they are."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_newsroom(Path(folder)) as newsroom,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        _take_article(_window(chromium, newsroom, WIDE))
        _take_phone(_window(chromium, newsroom, PHONE))
        _take_queue(_window(chromium, newsroom, WIDE), newsroom)
        chromium.close()


def _window(chromium: Browser, newsroom: Server, size: tuple[int, int]) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    return chromium.new_context(base_url=newsroom.url, viewport=viewport).new_page()


def _take_article(window: Page) -> None:
    window.goto(POST, wait_until="networkidle")
    _save(window.screenshot(), "article")
    thread = window.locator("#comments").bounding_box()
    clip = {"x": 0, "y": thread["y"] - 40, "width": WIDE[0], "height": thread["height"] + 80}
    _save(window.screenshot(full_page=True, clip=clip), "comments")


def _take_phone(window: Page) -> None:
    window.emulate_media(color_scheme="dark")
    window.goto(POST, wait_until="networkidle")
    _save(window.screenshot(), "phone")


def _take_queue(window: Page, newsroom: Server) -> None:
    window.goto("/admin/login/?next=/admin/reader-comments/")
    window.locator("[name=username]").fill(newsroom.username)
    window.locator("[name=password]").fill(newsroom.password)
    window.locator("[name=password]").press("Enter")
    window.wait_for_url("**/reader-comments/")
    window.goto("/admin/reader-comments/", wait_until="networkidle")
    _save(window.screenshot(), "queue")


def _save(png: bytes, name: str) -> None:
    """Write it as small as PNG gets, without losing a colour."""
    path = FOLDER / f"{name}.png"
    Image.open(io.BytesIO(png)).convert("RGB").save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name} {size} bytes")  # noqa: T201  (it is what the command is for)
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES} bytes")


if __name__ == "__main__":
    main()
