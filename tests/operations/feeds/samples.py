"""Feeds for tests, with all that is awkward to write down."""

from dataclasses import replace
from datetime import UTC, datetime

from operations.feeds import Feed, Item, Person

NOON = datetime(2026, 3, 4, 17, 0, 5, 123456, tzinfo=UTC)
AWKWARD = 'Bread & <roses> "now" ]]> ñ 🌹'

ITEM = Item(
    name="urn:uuid:0d7f4f0e-5f0e-5d0f-9d5c-3f5f0d7f4f0e",
    url="https://news.example.org/news/bread/?a=1&b=2",
    title=AWKWARD,
    html='<p>Bread &amp; <a href="https://news.example.org/?a=1&amp;b=2">roses</a> ]]&gt;</p>',
    published_at=datetime(2012, 1, 5, 17, 0, tzinfo=UTC),
    updated_at=NOON,
    summary="Bread & roses",
    language="en",
    authors=(Person("Zoë <Wu>", "https://wu.example.org/"), Person("Ana")),
    categories=("Housing & rent", "Water"),
    comments_url="https://news.example.org/news/bread/#comments",
)
FEED = Feed(
    title="Broadside & <Co>",
    description="News",
    home_url="https://news.example.org/",
    url="https://news.example.org/feed/",
    language="en",
    author=Person("Broadside", "https://news.example.org/"),
    items=(ITEM, replace(ITEM, name="urn:uuid:1d7f4f0e-5f0e-5d0f-9d5c-3f5f0d7f4f0e", title="")),
    changed_at=NOON,
)
EMPTY = replace(FEED, items=(), description="", changed_at=None)
