"""The first source post rebuilt as an editor would: a webinar in two time zones, with a link.

The words are ours. What counts is the time as the source writes it, and the same moment in the
calendars of readers, in what search engines are told, and in every feed.
"""

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import product
from types import SimpleNamespace

import feedparser
import pytest
from ical.calendar_stream import IcsCalendarStream
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import Author, Series, Topic
from tests.blog.feeds.pictures import make_image
from tests.blog.writing import editor, write_post
from tests.comments.factories import make_comment
from tests.operations.feeds.complaints import complaints
from tests.pages import make_campaign, make_newsroom
from tests.schema_org import blocks_of, of_kind, things_in
from tests.shared import shared_path

pytestmark = pytest.mark.django_db

POSTED = datetime(2012, 1, 5, 17, tzinfo=UTC)
BEGINS = datetime(2012, 1, 9, 20, 30, tzinfo=UTC)
EVENT = {
    "title": "Online training: our county without detainers",
    "date": "2012-01-09",
    "starts_at": "15:30",
    "ends_at": "17:00",
    "last_date": "",
    "zone": "America/New_York",
    "is_online": "on",
    "place": "",
    "address": "",
    "online_url": "",
    "registration_url": "https://example.org/register",
    "is_limited": "on",
    "state": "planned",
    "text": rich_text("<p>It costs nothing. Whoever wants to come registers first.</p>"),
}
LISTS = {
    "": "",
    "news/": "News",
    "campaigns/no-holds/": "No holds",
    "news/topic/webinars/": "Webinars",
    "news/author/ana/": "Ana",
    "news/series/guide/": "Guide",
}
OF_POSTS = [f"/{place}feed/{kind}" for place, kind in product(LISTS, ("", "atom/", "json/"))]
OF_COMMENTS = [
    f"/{place}comments/feed/{kind}"
    for place, kind in product(("", "news/written/"), ("", "atom/", "json/"))
]


@pytest.fixture
def seed():
    """The source, without its markup."""
    return words(shared_path("data/seeds/000_4dfbc9ed883b837f.txt").read_text())


@pytest.fixture
def post(stored, time_machine):
    """The post, published on the day of the source, and filed under everything there is."""
    time_machine.move_to(POSTED, tick=False)
    newsroom = make_newsroom()
    locale = newsroom.index.locale
    author = Author.objects.create(name="Ana", slug="ana", locale=locale)
    filed = {
        "topics": [Topic.objects.create(name="Webinars", slug="webinars", locale=locale).pk],
        "campaigns": [make_campaign(newsroom, "No holds").pk],
        "series": Series.objects.create(name="Guide", slug="guide", locale=locale).pk,
    } | nested_form_data({"post_authors": inline_formset([{"author": author.pk}])})
    image = {"image": make_image().pk, "alt_text": "A meeting", "decorative": ""}
    body = [
        ("image", {"image": image, "caption": "", "credit": "Facebook event page"}),
        ("paragraph", rich_text('<p>Four groups teach it, <a href="/about/">as we do</a>.</p>')),
        ("event", EVENT | {"other_zones": streamfield([("item", "America/Los_Angeles")])}),
    ]
    made, answer = write_post(editor(), newsroom, title="A training", body=body, **filed)
    assert made is not None, answer
    return made


def words(html):
    text = re.sub(r"<[^>]+>", " ", html)
    return re.sub(r"\s+", " ", text)


def test_the_page_shows_the_time_as_the_source_does(client, post, seed):
    as_written = re.search(r"(\d+:\d+ [ap]\.m\. E[SD]T) ?/ ?(\d+:\d+ [ap]\.m\. P[SD]T)", seed)
    day = re.search(r"scheduled for (\w+, \w+ \d+)", seed)
    shown = words(client.get(post.url).content.decode())
    assert f"{day[1]}, 2012 {as_written[1]} / {as_written[2]}" in shown
    assert "Monday, January 9, 2012 3:30 p.m. EST / 12:30 p.m. PST" in shown


def test_the_page_says_how_to_register_and_that_space_is_limited(client, post):
    html = client.get(post.url).content.decode()
    assert 'href="https://example.org/register"' in html
    assert "Space is limited." in html


def test_the_image_names_its_source_as_the_source_does(client, post, seed):
    credit = re.search(r"Image source: (Facebook event page)", seed)[1]
    assert credit in words(client.get(post.url).content.decode())


def test_another_calendar_finds_the_moment_and_how_long_it_lasts(client, post, seed):
    [address] = re.findall(r'href="(/events/[^"]+\.ics)"', client.get(post.url).content.decode())
    hours = float(re.search(r"will last ([\d.]+) hours", seed)[1])
    for url in (address, "/calendar.ics", "/campaigns/no-holds/calendar.ics"):
        [event] = IcsCalendarStream.calendar_from_ics(client.get(url).content.decode()).events
        assert event.start.astimezone(UTC) == BEGINS
        assert event.end - event.start == timedelta(hours=hours)
        assert event.summary == EVENT["title"]


def test_search_engines_are_told_of_the_post_and_of_the_event_as_schema_org_defines_them(
    client, post
):
    things = things_in(blocks_of(client.get(post.url).content))
    [article] = of_kind("NewsArticle", things)
    [event] = of_kind("Event", things)
    assert [author["name"] for author in article["author"]] == ["Ana"]
    assert article["image"]["creditText"] == "Facebook event page"
    assert datetime.fromisoformat(event["startDate"]) == BEGINS
    assert datetime.fromisoformat(event["endDate"]) == BEGINS + timedelta(minutes=90)
    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert event["location"]["url"] == "https://example.org/register"


def fetched(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    url, content_type = f"http://testserver{address}", response["Content-Type"]
    said = complaints(response.content, url=url, content_type=content_type, now=datetime.now(UTC))
    return SimpleNamespace(body=response.content, json=content_type.find("json") > 0, said=said)


@pytest.mark.parametrize("address", OF_POSTS)
def test_every_feed_of_it_is_valid_and_gives_back_what_was_written(client, post, address):
    feed = fetched(client, address)
    assert feed.said == []
    read = from_json(feed.body) if feed.json else from_xml(feed.body)
    assert read == {
        "title": "A training",
        "link": "http://testserver/news/written/",
        "authors": ["Ana"],
        "tags": ["Webinars"],
        "published": POSTED,
        "is_whole": True,
    }


def from_xml(body):
    read = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo
    [entry] = read.entries
    return {
        "title": entry.title,
        "link": entry.link,
        "authors": [author.name for author in entry.authors],
        "tags": [tag.term for tag in entry.tags],
        "published": datetime(*entry.published_parsed[:6], tzinfo=UTC),
        "is_whole": is_whole(entry.content[0].value),
    }


def from_json(body):
    [item] = json.loads(body)["items"]  # feedparser reads none of these
    return {
        "title": item["title"],
        "link": item["url"],
        "authors": [author["name"] for author in item["authors"]],
        "tags": item["tags"],
        "published": datetime.fromisoformat(item["date_published"]),
        "is_whole": is_whole(item["content_html"]),
    }


def is_whole(html):
    """The image with its credit, the text, and the event on both clocks."""
    told = words(html)
    return (
        all(text in told for text in ("Four groups teach it", EVENT["title"], "It costs nothing"))
        and "3:30 p.m. EST / 12:30 p.m. PST" in told
        and "Facebook event page" in told
        and 'src="http://testserver/media/images/' in html
        and 'href="http://testserver/about/"' in html
    )


@pytest.mark.parametrize("address", OF_COMMENTS)
def test_every_feed_of_its_comments_is_valid_and_gives_back_what_was_said(client, post, address):
    make_comment(post, "I **come** & bring two.", author_name="Luz", created_at=POSTED)
    feed = fetched(client, address)
    assert feed.said == []
    said = "<p>I <strong>come</strong> &amp; bring two.</p>"
    if feed.json:
        [item] = json.loads(feed.body)["items"]
        found = item["content_html"], item["authors"], item["url"]
    else:
        [entry] = feedparser.parse(feed.body).entries
        found = entry.content[0].value, [{"name": entry.author}], entry.link
    assert (found[0].strip(), found[1]) == (said, [{"name": "Luz"}])
    assert found[2].startswith("http://testserver/comments/")
