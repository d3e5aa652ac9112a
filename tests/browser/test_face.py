"""Every kind of page that readers see, by every light, as wide and as large as screens come."""

import zlib
from itertools import product

import pytest
from django.test import Client, override_settings
from playwright.sync_api import Browser

from home.patterns.views import states
from tests import sampling
from tests.browser.direct import direct_window
from tests.browser.looking import objections
from tests.browser.writing import NARROWEST
from tests.kinds_of_pages import KINDS, addresses
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

ARABIC = {"LANGUAGES": [("en", "English"), ("es", "Español"), ("ar", "العربية")]}
WIDTHS, SCHEMES = (NARROWEST, 1280), ("light", "dark")
SLUGS = [str(state["slug"]) for state in states()]
Look = tuple[str, int, str]  # language, width in pixels, colours
LOOKS: list[Look] = list(product(("en", "es", "ar"), WIDTHS, SCHEMES))


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
