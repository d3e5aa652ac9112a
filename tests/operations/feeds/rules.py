"""What each format demands, checked strictly: RFC 4287, RSS 2.0, JSON Feed 1.1."""

import json
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import jsonschema
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)")

# rssboard.org/rss-specification: what a channel must have, what it and an item may have.
CHANNEL_MUST = {"title", "link", "description"}
CHANNEL_MAY = {"language", "lastBuildDate", "item", f"{ATOM}link"}
ITEM_MAY = {
    *("title", "link", "description", "category", "comments", "guid", "pubDate"),
    *(CONTENT, CREATOR),
}
ITEM_MANY = {"category", CREATOR}

PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
    "minProperties": 1,
    "additionalProperties": False,
}
# jsonfeed.org/version/1.1
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string", "pattern": "^[a-z]{2}$"},
        "authors": {"type": "array", "items": PERSON, "minItems": 1},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "summary": {"type": "string"},
                    "content_html": {"type": "string"},
                    "date_published": {"type": "string", "pattern": RFC_3339.pattern},
                    "date_modified": {"type": "string", "pattern": RFC_3339.pattern},
                    "language": {"type": "string"},
                    "authors": {"type": "array", "items": PERSON},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


def check_rss(body: bytes) -> etree._Element:
    """Raises AssertionError where the document is no RSS 2.0."""
    root = etree.fromstring(body)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    tags = [child.tag for child in channel]
    assert CHANNEL_MUST <= set(tags) <= CHANNEL_MUST | CHANNEL_MAY
    assert all(tags.count(tag) == 1 for tag in set(tags) - {"item"})
    assert all(channel.findtext(tag) for tag in CHANNEL_MUST)
    assert is_whole(channel.findtext("link"))
    assert RFC_822.fullmatch(channel.findtext("lastBuildDate"))
    itself = channel.find(f"{ATOM}link")
    assert (itself.get("rel"), itself.get("type")) == ("self", "application/rss+xml")
    assert is_whole(itself.get("href"))
    for item in channel.iter("item"):
        _check_rss_item(item)
    names = [guid.text for guid in channel.iter("guid")]
    assert len(names) == len(set(names))
    return channel


def _check_rss_item(item: etree._Element) -> None:
    tags = [child.tag for child in item]
    assert set(tags) <= ITEM_MAY
    assert all(tags.count(tag) == 1 for tag in set(tags) - ITEM_MANY)
    assert item.findtext("title") or item.findtext("description")
    assert is_whole(item.findtext("link"))
    assert item.find("guid").get("isPermaLink") == "false"
    assert RFC_822.fullmatch(item.findtext("pubDate"))
    assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    assert is_whole(item.findtext("comments") or "https://x/")


def check_atom(body: bytes) -> etree._Element:
    """Raises AssertionError where the document is no Atom feed."""
    root = etree.fromstring(body)
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANGUAGE)
    _check_atom_node(root)
    itself = [link for link in root.iterfind(f"{ATOM}link") if link.get("rel") == "self"]
    assert len(itself) == 1
    assert is_whole(itself[0].get("href"))
    for entry in root.iterfind(f"{ATOM}entry"):
        _check_atom_node(entry)
        # A feed's author stands for entries without one.
        assert len(entry.findall(f"{ATOM}published")) == 1
        assert RFC_3339.fullmatch(entry.findtext(f"{ATOM}published"))
        assert [each.get("type") for each in entry.iterfind(f"{ATOM}content")] == ["html"]
        assert all(each.get("term") for each in entry.iterfind(f"{ATOM}category"))
    names = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(names) == len(set(names))
    assert root.findall(f"{ATOM}author")
    return root


def _check_atom_node(node: etree._Element) -> None:
    for name in ("id", "title", "updated"):
        assert len(node.findall(f"{ATOM}{name}")) == 1, name
    assert urlsplit(node.findtext(f"{ATOM}id")).scheme
    assert RFC_3339.fullmatch(node.findtext(f"{ATOM}updated"))
    alternates = [link for link in node.iterfind(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert [is_whole(link.get("href")) for link in alternates] == [True]
    assert all(author.findtext(f"{ATOM}name") for author in node.iterfind(f"{ATOM}author"))
    assert len(node.findall(f"{ATOM}summary")) <= 1


def check_json(body: bytes) -> dict:
    """Raises ValidationError where the document is no JSON Feed 1.1."""
    feed = json.loads(body)
    jsonschema.validate(feed, JSON_FEED)
    names = [item["id"] for item in feed["items"]]
    assert len(names) == len(set(names))
    return feed


def is_whole(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)
