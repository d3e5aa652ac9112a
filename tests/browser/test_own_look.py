"""A newsroom's own colour and letters, as its settings allow them: everybody can read its pages."""

import re
from collections.abc import Mapping
from itertools import product

import pytest
from coloraide import Color
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page

from home.models import NewsroomSettings
from home.theme.colours import DAY, NIGHT, readable
from tests import sampling
from tests.browser.direct import direct_window
from tests.browser.looking import objections
from tests.browser.writing import NARROWEST
from tests.comments.factories import make_comment
from tests.pages import Newsroom, make_newsroom, make_post

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# The form refuses the first two, and the sheet darkens what an older row may hold.
COLOURS = ("#ffe97a", "#ff9a1f", "#0b2a6f", "#000000")
# What the names of the letters begin with where they are in force.
LETTERS = {"poster": '"League Gothic"', "book": "charter", "plain": "system-ui"}
PAPER = {"light": DAY, "dark": NIGHT}
LOOKS = list(product(COLOURS, LETTERS, PAPER))
# Each colour, all letters, and both lights twice.
FEW = [
    ("#ffe97a", "book", "light"),
    ("#ff9a1f", "plain", "dark"),
    ("#0b2a6f", "poster", "dark"),
    ("#000000", "book", "light"),
]
COLOUR = "getComputedStyle(document.querySelector('.dateline')).color"
LETTERS_OF_NAME = "getComputedStyle(document.querySelector('.masthead__name')).fontFamily"


@pytest.mark.parametrize(("spot", "typeface", "scheme"), sampling.of(LOOKS, sample=FEW))
def test_pages_in_a_look_of_their_own_can_be_read_by_everybody(
    chromium_beside_django: Browser, client: Client, spot: str, typeface: str, scheme: str
) -> None:
    newsroom = make_newsroom()
    dress(newsroom, spot_colour=spot, typeface=typeface)
    post = make_post(newsroom)
    make_comment(post)
    addresses = ["/", post.url]
    with direct_window(
        chromium_beside_django, dressed(client, addresses), color_scheme=scheme
    ) as window:
        for address, width in zip(addresses, (NARROWEST, 1280), strict=True):
            window.goto(address)
            window.emulate_media(forced_colors="none")
            assert spot_in_force(window) == readable(spot, on=PAPER[scheme])
            assert letters_in_force(window).startswith(LETTERS[typeface])
            assert list(objections(window, width)) == []


def dress(newsroom: Newsroom, **look: str) -> None:
    """As the settings say it, also what their form would refuse today."""
    row = NewsroomSettings.for_site(newsroom.site)
    NewsroomSettings.objects.filter(pk=row.pk).update(**look)


def dressed(client: Client, addresses: list[str]) -> Mapping[str, HttpResponse]:
    """The pages, and the sheet that all of them name."""
    pages = {address: client.get(address) for address in addresses}
    [sheet] = {each for page in pages.values() for each in sheets_of(page)}
    return pages | {sheet: client.get(sheet)}


def sheets_of(page: HttpResponse) -> list[str]:
    return re.findall(r'href="(/theme-\w+\.css)"', page.content.decode())


def spot_in_force(window: Page) -> str:
    """The colour in which the browser sets a date, in hexadecimal notation."""
    return Color(window.evaluate(COLOUR)).to_string(hex=True)


def letters_in_force(window: Page) -> str:
    """The letters in which the browser sets the newsroom's name."""
    return str(window.evaluate(LETTERS_OF_NAME))
