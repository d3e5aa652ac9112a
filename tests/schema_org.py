"""What schema.org defines of the things that pages tell of, and search engines demand of them.

The table is taken from the definitions of schema.org as schema-dts 2.1.0 has them: of each type
those properties that we use, and what they may hold. REQUIRED is from Google's documentation of
structured data (article, breadcrumb, event, organization, discussion forum).
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import html as lxml_html

Thing = dict[str, Any]

PARENTS = {
    "Thing": set(),
    "CreativeWork": {"Thing"},
    "NewsArticle": {"Article", "CreativeWork", "Thing"},
    "Comment": {"CreativeWork", "Thing"},
    "CorrectionComment": {"Comment", "CreativeWork", "Thing"},
    "ImageObject": {"MediaObject", "CreativeWork", "Thing"},
    "WebSite": {"CreativeWork", "Thing"},
    "BreadcrumbList": {"ItemList", "Thing"},
    "ListItem": {"Thing"},
    "Organization": {"Thing"},
    "Person": {"Thing"},
    "Event": {"Thing"},
    "Place": {"Thing"},
    "VirtualLocation": {"Thing"},
}
_CREATIVE_WORK = {
    "about": "Thing",
    "author": "Organization Person",
    "comment": "Comment",
    "commentCount": "Integer",
    "correction": "CorrectionComment Text URL",
    "dateModified": "Date DateTime",
    "datePublished": "Date DateTime",
    "description": "Text TextObject",
    "headline": "Text",
    "image": "ImageObject URL",
    "inLanguage": "Language Text",
    "mainEntityOfPage": "CreativeWork URL",
    "name": "Text",
    "publisher": "Organization Person",
    "text": "Text",
    "url": "URL",
}
_COMMENT = _CREATIVE_WORK | {"parentItem": "Comment CreativeWork"}
HOLDS = {
    "CreativeWork": _CREATIVE_WORK,
    "NewsArticle": _CREATIVE_WORK | {"articleSection": "Text"},
    "Comment": _COMMENT,
    "CorrectionComment": _COMMENT,
    "ImageObject": _CREATIVE_WORK
    | {"caption": "MediaObject Text", "contentUrl": "URL", "creditText": "Text"},
    "WebSite": _CREATIVE_WORK,
    "BreadcrumbList": {"itemListElement": "ListItem Text Thing"},
    "ListItem": {"position": "Integer Text", "name": "Text", "item": "Thing"},
    "Organization": {"name": "Text", "url": "URL", "logo": "ImageObject URL"},
    "Person": {"name": "Text", "url": "URL"},
    "Event": {
        "name": "Text",
        "url": "URL",
        "image": "ImageObject URL",
        "description": "Text TextObject",
        "startDate": "Date DateTime",
        "endDate": "Date DateTime",
        "eventStatus": "EventStatusType",
        "eventAttendanceMode": "EventAttendanceModeEnumeration",
        "location": "Place PostalAddress Text VirtualLocation",
        "organizer": "Organization Person",
    },
    "Place": {"name": "Text", "address": "PostalAddress Text"},
    "VirtualLocation": {"name": "Text", "url": "URL"},
}
MEMBERS = {
    "EventStatusType": "EventScheduled EventPostponed EventCancelled EventRescheduled "
    "EventMovedOnline",
    "EventAttendanceModeEnumeration": "OfflineEventAttendanceMode OnlineEventAttendanceMode "
    "MixedEventAttendanceMode",
}
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "author", "publisher"},
    "Comment": {"text", "datePublished", "author"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name", "url"},
    "Person": {"name"},
    "Event": {"name", "startDate", "location"},
    "ImageObject": {"contentUrl"},
    "WebSite": {"name", "url"},
    "VirtualLocation": {"url"},
}
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def blocks_of(page: str | bytes) -> list[Thing]:
    """The blocks of JSON-LD in a page, as a search engine reads them."""
    tree = lxml_html.fromstring(page)
    return [json.loads(each.text) for each in tree.xpath("//script[@type='application/ld+json']")]


def things_in(blocks: list[Thing]) -> list[Thing]:
    """All things of a page; raises AssertionError where schema.org knows no such thing."""
    found = []
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        found += block.get("@graph") or [{k: v for k, v in block.items() if k != "@context"}]
    names = {each["@id"] for each in found if "@id" in each}
    for each in found:
        check(each, names=names)
    return found


def check(thing: Thing, *, names: set[str]) -> None:
    """`names` are those of the things that are told on the page."""
    kind = thing["@type"]
    told = {name: value for name, value in thing.items() if not name.startswith("@")}
    assert set(told) <= set(HOLDS[kind]), f"{kind} has none of {set(told) - set(HOLDS[kind])}"
    assert REQUIRED.get(kind, set()) <= set(told), f"{kind} lacks {REQUIRED[kind] - set(told)}"
    for name, value in told.items():
        for each in value if isinstance(value, list) else [value]:
            allowed = set(HOLDS[kind][name].split())
            assert fits(each, allowed, names), f"{kind}.{name} holds no {each!r}"


def fits(value: object, allowed: set[str], names: set[str]) -> bool:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            return value["@id"] in names or (allowed == {"Thing"} and is_whole(value["@id"]))
        check(value, names=names)
        return bool({value["@type"], *PARENTS[value["@type"]]} & allowed)
    if isinstance(value, int):
        return "Integer" in allowed
    assert isinstance(value, str)
    return any(reads_as(value, kind) for kind in allowed)


def reads_as(value: str, kind: str) -> bool:
    if kind in MEMBERS:
        return value.removeprefix("https://schema.org/") in MEMBERS[kind].split()
    if kind == "URL":
        return is_whole(value)
    if kind == "DateTime":
        return DATE_TIME.fullmatch(value) is not None
    return kind == "Text" and bool(value.strip())


def is_whole(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def of_kind(kind: str, things: list[Thing]) -> Iterator[Thing]:
    return (each for each in things if each["@type"] == kind)
