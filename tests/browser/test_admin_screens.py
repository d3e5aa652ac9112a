"""axe on every screen of ours in the admin, in every state that the tests of its Spanish visit.

It looks at our part of each page: what Wagtail puts around it is Wagtail's. Wagtail's scripts are
left out, for they draw nothing of ours; what our own do to the desk is looked at in the journeys.
"""

import re
import zlib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page

from operations import limits
from tests import pages, sampling, test_spanish_deciding, test_spanish_desk, test_spanish_queue
from tests import test_spanish_spam_filter as spam_filter
from tests.browser import looking, staff_screens
from tests.browser.direct import direct_window
from tests.browser.writing import NARROWEST
from tests.spanish import Visit

tiny_seed = spam_filter.tiny_seed
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.usefixtures("no_limits", "tiny_seed"),
]

PLACES = (test_spanish_queue, test_spanish_deciding, test_spanish_desk, spam_filter, staff_screens)
VISITS: dict[str, Visit] = {
    f"{place.__name__.rpartition('.')[2]}.{visit.__name__}": visit
    for place in PLACES
    for visit in place.VISITS
}
LOOKS = list(product(("en", "es", "ar"), (NARROWEST, 1280), ("light", "dark")))
LANGUAGES = [("en", "English"), ("es", "Español"), ("ar", "العربية")]
IN_ARABIC = {"LANGUAGES": LANGUAGES, "WAGTAILADMIN_PERMITTED_LANGUAGES": LANGUAGES}
OURS = Path(settings.BASE_DIR, "templates")
# Where our part of a page of ours is; and what we add to pages of Wagtail's.
PARTS = (".queue-screen__content", ".w-overflow-auto", ".nice-padding", "main")
ADDED = (".welcome", ".waiting-panel", ".week-panel", ".page-comments-panel", "td.page-comments")
SCRIPTS_OF_WAGTAIL = re.compile(r"/static/wagtail\w*/.*\.js")


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in transactions, where the real counter refuses to count."""
    allowed = limits.Allowance(is_allowed=True)
    monkeypatch.setattr(limits, "take", lambda *_limits: allowed)


def looks_at(name: str) -> list[tuple[str, int, str]]:
    """In the quick tier each visit has one look, always the same; together they have all."""
    return sampling.of(LOOKS, sample=[LOOKS[zlib.crc32(name.encode()) % len(LOOKS)]])


# The quick tier makes every fourth visit.
VISITED = sampling.of(list(VISITS), sample=list(VISITS)[::4])
EACH = [(name, look) for name in VISITED for look in looks_at(name)]


@pytest.mark.parametrize(("name", "look"), EACH)
def test_a_screen_of_the_staff_can_be_used_by_everybody(
    chromium_beside_django: Browser, name: str, look: tuple[str, int, str]
) -> None:
    language, width, scheme = look
    newsroom = pages.make_newsroom()
    found = []
    with override_settings(**IN_ARABIC):
        tree = newsroom if language == "en" else pages.make_translation(newsroom, language)
        shown = dict(screens(VISITS[name], tree))
    with direct_window(chromium_beside_django, shown, color_scheme=scheme) as window:
        window.route(SCRIPTS_OF_WAGTAIL, lambda route: route.abort())
        for address in sampling.of(list(shown), sample=one_of_each_kind(shown)):
            window.goto(address)
            found += [f"{address}: {one}" for one in objections(window, shown[address], width)]
    assert found == []


def one_of_each_kind(shown: dict[str, HttpResponse]) -> list[str]:
    """The addresses of the last of those that one template made with one status."""
    kinds = {(answer.templates[0].name, answer.status_code): at for at, answer in shown.items()}
    return list(kinds.values())


def screens(visit: Visit, tree: pages.Newsroom) -> Iterator[tuple[str, HttpResponse]]:
    """Every page that the visit came by, with an address for each; none of them twice."""
    seen, answers, ask = set(), [], Client.request
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Client, "request", lambda *who, **what: answers.append(ask(*who, **what)) or answers[-1]
        )
        list(visit(tree))
    for number, answer in enumerate(answers):
        words = re.sub(rb'(csrf\w*" value|nonce)="[^"]*"', b"", answer.content)
        if answer.templates and answer.content and words not in seen:
            seen.add(words)
            yield f"{answer.request['PATH_INFO']}?screen={number}", answer


def objections(window: Page, shown: HttpResponse, width: int) -> Iterator[str]:
    """What can be objected to in our part of a screen, small and large."""
    if part := our_part(window, shown):
        found = looking.objections(window, width, within=part, must_fit=is_ours(shown))
        yield from (one for one in found if not is_half_covered(window, one))


def is_half_covered(window: Page, objection: str) -> bool:
    """Whether it is a tab too small to press because another lies above it.

    On a phone the tabs scroll below that of the list that is open (moderation.css).
    """
    rule, _, place = objection.removeprefix(looking.LARGE).partition(": ")
    is_tab = "each => each.matches('.queue-tabs__tab')"
    return rule == "target-size" and bool(window.locator(place).first.evaluate(is_tab))


def our_part(window: Page, shown: HttpResponse) -> str:
    """A selector; "" where nothing is ours."""
    there = [each for each in (PARTS if is_ours(shown) else ADDED) if window.query_selector(each)]
    return ", ".join(there[:1] if is_ours(shown) else there)


def is_ours(shown: HttpResponse) -> bool:
    """Whether the page itself, not what it includes, is a template of ours."""
    return OURS in Path(shown.templates[0].origin.name).parents
