"""The public report as a reader finds it, and the desk's log: with numbers, and without scripts."""

import json

import pytest

from tests.browser.axe import violations
from tests.browser.matrix import LANGUAGES, SCREENS
from tests.browser.test_moderators_screens import assert_nothing_is_out_of_sight
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

# A past of three months, beyond the doors: no journey can wait that long. Nor for the minute in
# which nothing is sealed, for others may still commit: in this newsroom nobody else writes now.
PAST = """
from datetime import timedelta
from itertools import count
from django.utils import timezone
from comments import seals, transparency
from comments.models import ModerationEvent
from comments.seals.sealing import HELD_BACK
if not ModerationEvent.objects.filter(comment_id=1).exists():
    numbers = count(1)
    def happened(comment, action, at, before, after, **fields):
        ModerationEvent.objects.create(comment_id=comment, action=action, created_at=at,
                                       from_status=before, to_status=after, **fields)
    for months, removed in ((4, 7), (3, 3), (2, 9)):
        at = timezone.now() - timedelta(days=30 * months)
        for number in range(40):
            comment = next(numbers)
            happened(comment, "submit", at, "", "pending")
            later = at + timedelta(hours=3)
            if number < removed:
                happened(comment, "remove", later, "pending", "removed",
                         removed_by="administrator", reason="abuse")
            else:
                happened(comment, "approve", later, "pending", "published")
transparency.rebuild()
while seals.seal_one(timezone.now() + HELD_BACK):
    pass
"""
REPORT = "/transparency/"
DESK = ("/admin/reader-comments/log/", "/admin/reader-comments/log/authorities/")
OURS = ".queue-screen__content"


@pytest.fixture
def past(newsroom):
    newsroom.run(PAST)


def test_a_reader_finds_the_report_by_the_foot_of_any_page_and_its_files(past, new_window):
    window = new_window(javascript=False)
    window.goto("/")
    with window.expect_navigation():
        window.locator(".footer").get_by_role("link", name="How comments are moderated").click()
    assert window.locator("h1").inner_text() == "How comments are moderated here"
    assert window.locator("#removed").inner_text() == "Comments removed"
    assert window.locator(".transparency__plot").count() > 2
    with window.expect_navigation():
        window.locator(".transparency__languages").get_by_role("link", name="Español").click()
    assert window.locator("html").get_attribute("lang") == "es"
    served = window.request.get("/transparency.json").body()
    posted = json.loads(served)["measures"][0]
    assert posted["total"] >= 120
    assert all(span["number"] == 0 or span["number"] >= 5 for span in posted["spans"])
    assert window.request.get("/transparency.csv").ok
    assert window.context.cookies() == []


def test_what_is_served_is_what_the_log_says_and_the_log_is_as_it_was_sealed(past, newsroom):
    assert "the report is what the log says" in newsroom.manage("transparency", "verify")
    assert "as they were sealed" in newsroom.manage("verify_log")


@pytest.mark.looks
@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_report_is_accessible(past, new_window, width, scheme):
    window = new_window(width=width)
    window.emulate_media(color_scheme=scheme)
    for language in LANGUAGES:
        window.goto(REPORT if language == "en" else f"/{language}{REPORT}")
        assert violations(window) == []
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.looks
def test_every_screen_of_the_log_is_accessible(past, newsroom, new_window, sign_in):
    window = new_window()
    sign_in(window, newsroom.username)
    found = []
    for address in DESK:
        window.goto(address)
        found += [f"{address}: {one}" for one in objections(window, within=OURS)]
        if window.locator(".block-list__frame").count():
            assert_nothing_is_out_of_sight(window)
        window.set_viewport_size({"width": 1280, "height": 800})
    assert found == []


def test_a_request_by_an_authority_goes_into_the_log_without_scripts(
    past, newsroom, new_window, sign_in
):
    window = new_window(javascript=False)
    sign_in(window, newsroom.username)
    window.goto(DESK[1])
    window.get_by_label("What is known of an author").check()
    window.get_by_label("We refused").check()
    with window.expect_navigation():
        window.get_by_role("button", name="Put it into the log").click()
    window.goto(DESK[0])
    assert "An authority asked for something" in window.locator("tbody tr").first.inner_text()
