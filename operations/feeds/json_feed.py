"""JSON Feed 1.1 (jsonfeed.org)."""

import json
from typing import Any

from operations.feeds.feed import Feed, Item, Person
from operations.feeds.xml import stamp

VERSION = "https://jsonfeed.org/version/1.1"

Pairs = dict[str, Any]  # Any: what JSON holds


def as_json(feed: Feed) -> bytes:
    """The feed as JSON; what is empty is left out, as the format wants it."""
    pairs = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "language": feed.language,
        "authors": [_person(feed.author)],
    }
    written = _filled(pairs) | {"items": [_item(item) for item in feed.items]}
    return json.dumps(written, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> Pairs:
    pairs = {
        "id": item.name,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "date_published": stamp(item.published_at),
        "date_modified": stamp(item.updated_at),
        "language": item.language,
        "authors": [_person(person) for person in item.authors],
        "tags": list(item.categories),
    }
    # An entry must have a text, be it an empty one.
    return _filled(pairs) | {"content_html": item.html}


def _person(person: Person) -> Pairs:
    return _filled({"name": person.name, "url": person.url})


def _filled(pairs: Pairs) -> Pairs:
    return {key: value for key, value in pairs.items() if value}
