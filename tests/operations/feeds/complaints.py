"""What W3C's Feed Validation Service would say of a feed beyond what its format demands.

Its own program has not been kept in a package that can be installed, so its rules are written down
here under its own names for them (github.com/w3c/feedvalidator, logging.py), as far as they can
concern a feed without media players. What is an error there `rules` finds.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from lxml import etree, html

from tests.operations.feeds import rules

KINDS = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
}
ADDRESSES = ("href", "src", "cite", "action", "poster", "srcset")
RISKY_TAGS = {
    *("script", "style", "iframe", "object", "embed", "applet", "form", "input", "button"),
    *("meta", "base", "link", "frame", "frameset", "noscript"),
}
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
OLDEST = datetime(1970, 1, 2, tzinfo=UTC)
SLOW_CLOCK = timedelta(minutes=5)


def complaints(body: bytes, *, url: str, content_type: str, now: datetime) -> list[str]:
    """A line each, as in "ContainsRelRef: /about/"; `url` is where the feed was fetched from."""
    media_type, _semicolon, charset = content_type.partition("; charset=")
    kind = KINDS.get(media_type)
    if kind is None or charset != "utf-8":
        return [f"UnexpectedContentType: {content_type}"]
    text = body.decode()
    found = [f"BadCharacters: {each!r}" for each in UNPRINTABLE.findall(text)]
    if kind == "json":
        return [*found, *_of_json(rules.check_json(body), url, now)]
    if not re.match(r"""<\?xml version=["']1.0["'] encoding=["']utf-8["']""", text, re.IGNORECASE):
        found.append("ObscureEncoding")
    if "<!DOCTYPE" in text:
        found.append("DeprecatedDTD")
    check, look = (rules.check_rss, _of_rss) if kind == "rss" else (rules.check_atom, _of_atom)
    return [*found, *look(check(body), url, now)]


def _of_rss(channel: etree._Element, url: str, now: datetime) -> Iterator[str]:
    yield from _location(channel.find(f"{rules.ATOM}link").get("href"), url)
    for date in [*channel.iter("pubDate"), *channel.iter("lastBuildDate")]:
        moment = parsedate_to_datetime(date.text or "")
        yield from _date(moment, now)
        if format_datetime(moment)[:3] != (date.text or "")[:3]:
            yield f"ProblematicalRFC822Date: {date.text}"
    yield from _blanks(channel)
    for item in channel.iter("item"):
        yield from _words(item.findtext("title") or "")
        for name in ("description", rules.CONTENT):  # HTML, both of them
            yield from _html(item.findtext(name) or "")


def _of_atom(feed: etree._Element, url: str, now: datetime) -> Iterator[str]:
    [itself] = feed.xpath("a:link[@rel='self']/@href", namespaces={"a": rules.ATOM.strip("{}")})
    yield from _location(itself, url)
    yield from _blanks(feed)
    for date in [*feed.iter(f"{rules.ATOM}updated"), *feed.iter(f"{rules.ATOM}published")]:
        yield from _date(datetime.fromisoformat(date.text or ""), now)
    for entry in feed.iterfind(f"{rules.ATOM}entry"):
        dates = [entry.findtext(f"{rules.ATOM}{name}") for name in ("published", "updated")]
        if datetime.fromisoformat(dates[0]) > datetime.fromisoformat(dates[1]):
            yield f"ImplausibleDate: updated before published, {dates}"
        title, summary = (entry.findtext(f"{rules.ATOM}{name}") for name in ("title", "summary"))
        yield from _words(title or "", summary or "")
        yield from _html(entry.findtext(f"{rules.ATOM}content") or "")


def _of_json(feed: dict[str, Any], url: str, now: datetime) -> Iterator[str]:
    yield from _location(feed["feed_url"], url)
    for item in feed["items"]:
        for name in ("date_published", "date_modified"):
            yield from _date(datetime.fromisoformat(item[name]), now)
        yield from _words(item.get("title", ""), item.get("summary", ""))
        yield from _html(item["content_html"])


def _location(said: str, url: str) -> Iterator[str]:
    if said != url:
        yield f"SelfDoesntMatchLocation: {said}"


def _date(moment: datetime, now: datetime) -> Iterator[str]:
    if not OLDEST < moment < now + SLOW_CLOCK:
        yield f"ImplausibleDate: {moment}"


def _blanks(root: etree._Element) -> Iterator[str]:
    for node in root.iter(etree.Element):
        if not len(node) and not (node.text or "").strip() and not node.attrib:
            yield f"NotBlank: {node.tag}"


def _words(*plain: str) -> Iterator[str]:
    for text in plain:
        if re.search(r"</?[a-zA-Z][^>]*>|&[a-z]+;|&#\d+;", text):
            yield f"ContainsHTML: {text}"


def _html(text: str) -> Iterator[str]:
    for node in html.fragment_fromstring(text, create_parent="div").iter(etree.Element):
        if node.tag in RISKY_TAGS:
            yield f"SecurityRisk: {node.tag}"
        for name, value in node.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"SecurityRiskAttr: {name}"
            if name in ADDRESSES and not re.match(r"(https?|mailto|tel):", value):
                yield f"ContainsRelRef: {value}"
