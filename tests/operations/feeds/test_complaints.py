from dataclasses import replace
from datetime import timedelta

import pytest

from operations.feeds.atom import as_atom
from operations.feeds.json_feed import as_json
from operations.feeds.rss import as_rss
from tests.operations.feeds.complaints import complaints
from tests.operations.feeds.samples import FEED, ITEM, NOON

TYPES = {
    as_rss: "application/rss+xml; charset=utf-8",
    as_atom: "application/atom+xml; charset=utf-8",
    as_json: "application/feed+json; charset=utf-8",
}
PLAIN = replace(ITEM, title="Bread")


def said(spell, *, url=FEED.url, now=NOON, **fields):
    feed = replace(FEED, items=(replace(PLAIN, **fields),))
    return complaints(spell(feed), url=url, content_type=TYPES[spell], now=now)


@pytest.mark.parametrize("spell", TYPES)
def test_nothing_is_said_of_a_feed_as_it_should_be(spell):
    assert said(spell) == []


@pytest.mark.parametrize("spell", TYPES)
@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"html": '<a href="/about/">us</a>'}, "ContainsRelRef: /about/"),
        ({"html": "<iframe></iframe>"}, "SecurityRisk: iframe"),
        ({"html": '<p style="x">a</p>'}, "SecurityRiskAttr: style"),
        ({"html": '<p onclick="x">a</p>'}, "SecurityRiskAttr: onclick"),
        ({"title": "<b>Bread</b>"}, "ContainsHTML: <b>Bread</b>"),
        ({"title": "Bread &amp; roses"}, "ContainsHTML: Bread &amp; roses"),
        ({"url": FEED.url, "published_at": NOON + timedelta(days=2)}, "ImplausibleDate"),
    ],
)
def test_what_readers_of_feeds_stumble_over_is_named(spell, wrong, named):
    assert any(line.startswith(named) for line in said(spell, **wrong))


@pytest.mark.parametrize("spell", TYPES)
def test_a_feed_names_the_address_that_it_has(spell):
    other = "https://news.example.org/other/"
    assert said(spell, url=other) == [f"SelfDoesntMatchLocation: {FEED.url}"]


def test_a_feed_says_of_which_type_it_is():
    found = complaints(as_rss(FEED), url=FEED.url, content_type="text/html", now=NOON)
    assert found == ["UnexpectedContentType: text/html"]
