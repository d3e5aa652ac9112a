"""What a reader could object to in a page, on a screen of any width and under any light."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.axe import WHOLE_PAGE, violations

# As somebody sets it who sees badly (WCAG 1.4.4).
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'"
WIDTH_OF_PAGE = "document.documentElement.scrollWidth"
LARGE = "large, forced colours: "


def objections(
    window: Page, width: int, *, within: str = WHOLE_PAGE, must_fit: bool = True
) -> Iterator[str]:
    """What axe objects to in a part, and whether anything of the page is wider than the screen.

    Then the same with letters twice as large, in the few colours that a reader's system forces; of
    those axe cannot tell (it reads the page's own from `-webkit-text-fill-color`).
    """
    fits_in = width if must_fit else None
    window.emulate_media(forced_colors="none")
    window.set_viewport_size({"width": width, "height": 800})
    yield from _seen(window, within, fits_in)
    window.emulate_media(forced_colors="active")
    window.evaluate(TWICE_AS_LARGE)
    for one in _seen(window, within, fits_in):
        if not one.startswith("color-contrast"):
            yield f"{LARGE}{one}"


def _seen(window: Page, within: str, fits_in: int | None) -> Iterator[str]:
    yield from violations(window, within=within)
    if fits_in and window.evaluate(WIDTH_OF_PAGE) > fits_in:
        yield f"wider than {fits_in} pixels"
