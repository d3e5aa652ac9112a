"""What a reader could object to in a page, on a screen of any width and under any light."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.axe import violations

# As somebody sets it who sees badly (WCAG 1.4.4).
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'"
WIDTH_OF_PAGE = "document.documentElement.scrollWidth"


def objections(window: Page, width: int) -> Iterator[str]:
    """What axe objects to, and whether anything is wider than the screen.

    Then the same with letters twice as large, in the few colours that a reader's system forces; of
    those axe cannot tell (it reads the page's own from `-webkit-text-fill-color`).
    """
    window.set_viewport_size({"width": width, "height": 800})
    yield from _seen(window, width)
    window.emulate_media(forced_colors="active")
    window.evaluate(TWICE_AS_LARGE)
    for one in _seen(window, width):
        if not one.startswith("color-contrast"):
            yield f"large, forced colours: {one}"


def _seen(window: Page, width: int) -> Iterator[str]:
    yield from violations(window)
    if window.evaluate(WIDTH_OF_PAGE) > width:
        yield f"wider than {width} pixels"
