"""A reader finds a post: by date, topic, author, campaign, words, feed; and its event's date."""

import re
from datetime import UTC, datetime

import feedparser
import pytest
from icalendar import Calendar

from tests import sampling
from tests.browser import published
from tests.browser.matrix import LANGUAGES
from tests.browser.reader_steps import WAYS, Way, assert_speaks, press
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

HALF_OF_THE_WAYS = [
    Way(javascript=False, width=390, language="es"),
    Way(javascript=True, width=1280, language="en"),
]
SOME_WAYS = pytest.mark.parametrize("way", sampling.of(WAYS, sample=HALF_OF_THE_WAYS), ids=str)
RARE = "quillwort"
FEEDS = "link[rel=alternate][type='application/rss+xml']"
CLOCKS = {"en": "3:30 p.m. EST / 12:30 p.m. PST", "es": "15:30 EST / 12:30 PST"}


@pytest.fixture(scope="module")
def editions(newsroom):
    yield published.publish(newsroom)
    published.take_away(newsroom)


def assert_lists(reader, way, edition):
    """The post is on the list that is shown."""
    assert_speaks(reader, way)
    listed = reader.locator("main h2 a, main h3 a", has_text=edition.title)
    assert listed.first.get_attribute("href") == edition.post, reader.url


def follow(reader, selector, words):
    reader.locator(selector, has_text=words).first.click()


@SOME_WAYS
def test_a_post_is_found_by_its_date_topic_author_and_campaign(new_reader, editions, way):
    reader, edition = new_reader(way), editions[way.language]
    reader.goto(edition.index)
    assert_speaks(reader, way)
    year = reader.locator(".archive__year", has_text=str(published.LONG_AGO))
    assert "(2)" in year.inner_text()
    follow(reader, ".archive__year a", str(published.LONG_AGO))
    assert_lists(reader, way, edition)
    follow(reader, ".archive__months a", re.compile("March|marzo", re.IGNORECASE))
    assert_lists(reader, way, edition)
    follow(reader, "main h2 a", edition.title)
    assert_speaks(reader, way)

    for shelf in (edition.topic, "Wren Quillwort", edition.campaign_title):
        reader.goto(edition.post)
        follow(reader, ".article__footer a, .article__signature a", shelf)
        assert reader.locator("h1").inner_text() == shelf
        assert_lists(reader, way, edition)
    assert reader.locator(".campaign__place", has_text="Riverside").is_visible()
    assert reader.locator(".campaign__event").is_visible()


@SOME_WAYS
def test_a_post_is_found_by_its_words(new_reader, editions, way):
    reader, edition = new_reader(way), editions[way.language]
    reader.goto(edition.index)
    search(reader, f" {RARE.upper()}")
    assert reader.locator("main mark", has_text=RARE).count() >= 2
    assert_lists(reader, way, edition)
    follow(reader, ".search__choice a", edition.topic)
    assert_lists(reader, way, edition)
    search(reader, "zzyzx")
    assert reader.locator(".search__result").count() == 0
    assert_speaks(reader, way)


def search(reader, words):
    reader.locator("input[type=search]").fill(words)
    press(reader, ".search button")


@SOME_WAYS
def test_a_post_is_found_in_feeds_and_its_event_in_the_calendar(new_reader, editions, way):
    reader, edition = new_reader(way), editions[way.language]
    for page in (edition.index, edition.campaign):
        reader.goto(page)
        feed = reader.locator(FEEDS).last.get_attribute("href")
        links = [each.link for each in feedparser.parse(reader.request.get(feed).body()).entries]
        assert links, feed
    # The newsroom's feed has its newest posts only, the campaign's all of its few.
    assert [link for link in links if link.endswith(edition.post)]

    reader.goto(edition.post)
    event = reader.locator(".event")
    assert CLOCKS[way.language] in event.locator(".event__clocks").first.inner_text()
    answer = reader.request.get(event.locator(".event__calendar").get_attribute("href"))
    assert answer.headers["content-type"].startswith("text/calendar")
    (planned,) = Calendar.from_ical(answer.body()).walk("VEVENT")
    assert planned.start.astimezone(UTC) == datetime(2031, 1, 9, 20, 30, tzinfo=UTC)


def addresses(edition):
    """Every kind of page on which posts are found."""
    year = f"{edition.index}{published.LONG_AGO}/"
    shelves = ("topic/quillwort/", "author/wren-quillwort/")
    searches = (f"search/?q={RARE}", "search/?q=zzyzx", "search/")
    below = [f"{edition.index}{path}" for path in ("archive/", *shelves, *searches)]
    pages = [edition.index, year, f"{year}03/", edition.campaigns, edition.campaign]
    return [*pages, edition.post, *below]


@pytest.mark.looks
def test_every_page_on_which_posts_are_found_is_accessible(new_window, editions):
    window = new_window()
    every = {language: addresses(edition) for language, edition in editions.items()}
    alternating = [
        every[LANGUAGES[number % 2]][number] for number in range(len(every[LANGUAGES[0]]))
    ]
    found = []
    for address in sampling.of([*every["en"], *every["es"]], sample=alternating):
        assert window.goto(address).status == 200, address
        found += [f"{address}: {one}" for one in objections(window)]
    assert found == []


def test_the_archive_and_the_search_work_by_keyboard(new_window, editions):
    window, edition = new_window(), editions["en"]
    window.goto(edition.index)
    window.locator("input[type=search]").focus()
    window.keyboard.type(RARE)
    with window.expect_navigation():
        window.keyboard.press("Enter")
    result = window.locator(".search__title a", has_text=edition.title)
    for _key in range(30):
        if result.evaluate("e => e === document.activeElement"):
            break
        window.keyboard.press("Tab")
    with window.expect_navigation():
        window.keyboard.press("Enter")
    assert window.url.endswith(edition.post)
