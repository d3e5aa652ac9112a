"""Every kind of page that readers see, by every light, as wide and as large as screens come."""

import zlib
from collections.abc import Iterator
from itertools import product

import pytest
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page

from home.patterns.views import states
from tests import sampling
from tests.browser.axe import violations
from tests.browser.direct import direct_window
from tests.browser.writing import NARROWEST
from tests.kinds_of_pages import KINDS, addresses
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

ARABIC = {"LANGUAGES": [("en", "English"), ("es", "Español"), ("ar", "العربية")]}
WIDTHS, SCHEMES = (NARROWEST, 1280), ("light", "dark")
SLUGS = [str(state["slug"]) for state in states()]
Look = tuple[str, int, str]  # language, width in pixels, colours
LOOKS: list[Look] = list(product(("en", "es", "ar"), WIDTHS, SCHEMES))
# As somebody sets it who sees badly (WCAG 1.4.4).
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'"
WIDTH_OF_PAGE = "document.documentElement.scrollWidth"


@pytest.fixture(scope="session")
def chromium_beside_django(chromium: Browser) -> Iterator[Browser]:
    """Playwright keeps an event loop, beside which Django would not ask its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield chromium


def looks_at(name: str) -> list[Look]:
    """In the quick tier each page has one look, always the same; components share them out."""
    one = LOOKS[zlib.crc32(name.encode()) % len(LOOKS)]
    return sampling.of(LOOKS, sample=[one])


EACH = [(kind, look) for kind in KINDS for look in looks_at(kind)]


@pytest.mark.parametrize(("kind", "look"), EACH)
def test_a_page_can_be_read_by_everybody(
    chromium_beside_django: Browser, client: Client, kind: str, look: Look
) -> None:
    language, width, scheme = look
    with override_settings(**ARABIC):
        newsroom = make_newsroom()
        tree = newsroom if language == "en" else make_translation(newsroom, language)
        address = addresses(tree)[kind]
        pages = {address: client.get(address)}
    with direct_window(chromium_beside_django, pages, color_scheme=scheme) as window:
        window.goto(address)
        assert list(objections(window, width)) == []


@pytest.mark.parametrize("slug", sampling.of(SLUGS, sample=SLUGS[::4]))
def test_a_component_can_be_read_by_everybody_in_every_state(
    chromium_beside_django: Browser, client: Client, slug: str
) -> None:
    make_post(make_newsroom())
    for language, width, scheme in looks_at(slug):
        address = f"/patterns/{slug}/?language={language}"
        pages = {address: client.get(address)}
        with direct_window(chromium_beside_django, pages, color_scheme=scheme) as window:
            window.goto(address)
            assert list(objections(window, width)) == []


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
