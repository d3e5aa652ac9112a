"""The pictures of README.md: a post, its comments, the same on a telephone, and the queue."""

from playwright.sync_api import Page

from script.take_screenshots.studio import PHONE, WIDE, Studio, save, write

POST = "/news/break-the-hold-webinar/"


def take(studio: Studio) -> None:
    """All four, from the demo newsroom as it is after its first run."""
    _take_article(studio.window(WIDE))
    _take_phone(studio.window(PHONE))
    _take_queue(studio.desk(WIDE, username=studio.newsroom.username))


def _take_article(window: Page) -> None:
    window.goto(POST, wait_until="networkidle")
    thread = window.locator("#comments").bounding_box()
    clip = {"x": 0, "y": thread["y"] - 40, "width": WIDE[0], "height": thread["height"] + 80}
    write(window.screenshot(full_page=True, clip=clip), "comments")


def _take_phone(window: Page) -> None:
    window.emulate_media(color_scheme="dark")
    window.goto(POST, wait_until="networkidle")
    save(window, "phone")


def _take_queue(window: Page) -> None:
    window.goto("/admin/reader-comments/", wait_until="networkidle")
    save(window, "queue")
