"""The first source post rebuilt as an editor would: a webinar in two time zones, with a link.

The words are ours. What counts is the time as the source writes it, and the same moment in the
calendars of readers.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from ical.calendar_stream import IcsCalendarStream
from wagtail.test.utils.form_data import rich_text, streamfield

from tests.blog.writing import editor, write_post
from tests.pages import make_newsroom
from tests.shared import shared_path

pytestmark = pytest.mark.django_db

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
}


@pytest.fixture
def post(client):
    event = EVENT | {
        "other_zones": streamfield([("item", "America/Los_Angeles")]),
        "text": rich_text("<p>It costs nothing. Whoever wants to come registers first.</p>"),
    }
    body = [("paragraph", rich_text("<p>Four groups teach it.</p>")), ("event", event)]
    made, answer = write_post(editor(), make_newsroom(), title="A training", body=body)
    assert made is not None, answer
    return made


def words(html):
    text = re.sub(r"<[^>]+>", " ", html)
    return re.sub(r"\s+", " ", text)


def test_the_page_shows_the_time_as_the_source_does(client, post):
    source = words(shared_path("data/seeds/000_4dfbc9ed883b837f.txt").read_text())
    as_written = re.search(r"(\d+:\d+ [ap]\.m\. E[SD]T) ?/ ?(\d+:\d+ [ap]\.m\. P[SD]T)", source)
    assert as_written is not None
    shown = words(client.get(post.url).content.decode())
    assert " / ".join(as_written.groups()) in shown
    assert "Monday, January 9, 2012 3:30 p.m. EST / 12:30 p.m. PST" in shown


def test_the_page_says_how_to_register_and_that_space_is_limited(client, post):
    html = client.get(post.url).content.decode()
    assert 'href="https://example.org/register"' in html
    assert "Space is limited." in html


def test_another_calendar_finds_the_moment_an_hour_and_a_half_long(client, post):
    [address] = re.findall(r'href="(/events/[^"]+\.ics)"', client.get(post.url).content.decode())
    content = client.get(address).content.decode()
    [event] = IcsCalendarStream.calendar_from_ics(content).events
    assert event.start.astimezone(UTC) == datetime(2012, 1, 9, 20, 30, tzinfo=UTC)
    assert event.end - event.start == timedelta(hours=1, minutes=30)
    assert event.summary == EVENT["title"]
