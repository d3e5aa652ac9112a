"""Steps at the comment form that several journeys take."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser import matrix
from tests.browser.axe import WHOLE_PAGE, violations

NARROWEST = 320  # what 400 % zoom leaves of a usual screen (WCAG 1.4.10)


def first_post(window: Page) -> str:
    """The address of the newest post on the front page."""
    window.goto("/")
    return window.locator("main article a").first.get_attribute("href") or ""


def form_address(window: Page) -> str:
    """The address of the form's own page for the newest post."""
    window.goto(first_post(window))
    link = window.get_by_role("link", name="Post a Comment")
    return link.get_attribute("href") or ""


def open_form(window: Page) -> None:
    """Show the form's own page for the newest post."""
    window.goto(form_address(window))


def type_in(window: Page, *, name: str, words: str) -> None:
    """Fill in what everybody fills in."""
    window.get_by_role("textbox", name="Your name").fill(name)
    window.get_by_role("textbox", name="Your comment").fill(words)


def press(window: Page, name: str) -> None:
    """Press a button, and wait for the page that it leads to."""
    with window.expect_navigation():
        window.get_by_role("button", name=name, exact=True).first.click()


def objections(window: Page, *, within: str = WHOLE_PAGE) -> Iterator[str]:
    """What axe objects to on this screen as the matrix looks at it, and what is cut off."""
    for width, scheme in matrix.screens_of(window.url):
        window.set_viewport_size({"width": width, "height": 800})
        window.emulate_media(color_scheme=scheme)
        yield from (f"{width} {scheme}: {one}" for one in violations(window, within=within))
    window.set_viewport_size({"width": NARROWEST, "height": 800})
    if window.evaluate("document.documentElement.scrollWidth") > NARROWEST:
        yield f"wider than {NARROWEST} pixels"
