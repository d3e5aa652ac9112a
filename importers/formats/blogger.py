"""Blogger's classic export: one Atom feed of settings, template, posts, pages and comments."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from urllib.parse import urlsplit

from lxml import etree

from importers.formats.contract import Format
from importers.notes import Notes
from importers.reading.repairs import Repairs
from importers.reading.source_file import SourceFile
from importers.reading.xml_records import XmlRecords
from importers.records import (
    ItemStatus,
    Origin,
    SourceAuthor,
    SourceComment,
    SourceFault,
    SourceItem,
    SourceOther,
    SourceRecord,
    SourceSetting,
    SourceStatus,
)
from importers.tombstones import plain_sentence, removal_told_by

Element: TypeAlias = etree._Element

ATOM = "{http://www.w3.org/2005/Atom}"
GD = "{http://schemas.google.com/g/2005}"
THR = "{http://purl.org/syndication/thread/1.0}"
APP_NAMESPACES = ("{http://purl.org/atom/app#}", "{http://www.w3.org/2007/app}")
KIND_SCHEME = "http://schemas.google.com/g/2005#kind"
LABEL_SCHEME = "http://www.blogger.com/atom/ns#"
TAKEOUT_NAMESPACE = b"schemas.google.com/blogger/2018"

# A comment whose `updated` is later than this was edited; Blogger's two clocks differ by less.
EDITED_AFTER = timedelta(seconds=1)

_BLOG_NUMBER = re.compile(r"\bblog-(\d+)")
_NUMBER = re.compile(r"(\d+)$")
_SETTING_NAME = re.compile(r"\.settings\.(\w+)$")
_PARENT = re.compile(r"/comments/default/(\d+)")
_GENERATOR = re.compile(rb"<(?:\w+:)?generator[^>]*>\s*Blogger\s*<")


class _Unreadable(Exception):
    """A record lacks what it cannot be without."""


def recognises(head: bytes) -> bool:
    """Whether the file begins as a classic export, or a public feed of Blogger's, does."""
    is_blogger = KIND_SCHEME.encode() in head or _GENERATOR.search(head) is not None
    return is_blogger and TAKEOUT_NAMESPACE not in head


def read(source: SourceFile, repairs: Repairs, notes: Notes) -> Iterator[SourceRecord]:
    """Every entry as a record, then the blog itself."""
    records = XmlRecords(
        source.chunks(),
        f"{ATOM}entry",
        repairs=repairs,
        report=lambda text: notes.add("repairs", text),
    )
    blog_number, hosts = "", set[str]()
    for entry in records:
        blog_number = blog_number or _blog_number(entry)
        record = _record(entry, notes)
        if isinstance(record, SourceItem) and record.old_url:
            hosts.add(urlsplit(record.old_url).hostname or "")
        yield record
    if records.root is not None:
        yield _origin(records.root, blog_number, hosts)


def _record(entry: Element, notes: Notes) -> SourceRecord:
    kind = _kind(entry)
    try:
        if kind in ("post", "page"):
            return _item(entry, kind, notes)
        if kind == "comment":
            return _comment(entry, notes)
    except _Unreadable as error:
        return SourceFault(kind=kind, source_id=_number(_text(entry, "id")), reason=str(error))
    if kind == "settings":
        name = _SETTING_NAME.search(_text(entry, "id"))
        return SourceSetting(name=name[1] if name else "", value=_text(entry, "content"))
    return SourceOther(what=kind or "unknown")


def _item(entry: Element, kind: str, notes: Notes) -> SourceItem:
    number = _required_number(entry)
    published = _required_time(entry)
    for link in _links(entry, "enclosure"):
        notes.add("enclosures", f"{kind} {number}: {link.get('href', '')}")
    return SourceItem(
        kind=kind,
        source_id=number,
        title=_text(entry, "title"),
        body_html=_text(entry, "content") or _text(entry, "summary"),
        status=ItemStatus.DRAFT if _is_draft(entry) else ItemStatus.PUBLISHED,
        published_at=published.astimezone(UTC),
        updated_at=_time(_text(entry, "updated")),
        old_url=_alternate(entry),
        author=_author(entry) or _feeds_author(entry),
        labels=_labels(entry),
        comments_open=True if _has_comment_form(entry) else None,
        declared_comments=_declared_comments(entry),
        utc_offset=_offset(_text(entry, "published")),
    )


def _comment(entry: Element, notes: Notes) -> SourceComment:
    number = _required_number(entry)
    published = _required_time(entry)
    status = _comment_status(entry, number, notes)
    updated = _time(_text(entry, "updated"))
    is_removed = status != SourceStatus.APPROVED
    is_edited = updated and updated - published > EDITED_AFTER and not is_removed
    return SourceComment(
        source_id=number,
        post_id=_post_number(entry),
        author=_author(entry) or SourceAuthor(name=""),
        # The sentence of a tombstone is ours to write, in the reader's language.
        body_html="" if is_removed else _text(entry, "content"),
        status=status,
        created_at=published.astimezone(UTC),
        edited_at=updated if is_edited else None,
        parent_id=_parent_number(entry),
        utc_offset=_offset(_text(entry, "published")),
    )


def _comment_status(entry: Element, number: str, notes: Notes) -> SourceStatus:
    """Blogger marks what was removed; who removed it is only in the sentence it left."""
    properties = {p.get("name"): p.get("value") for p in entry.findall(f"{GD}extendedProperty")}
    told = removal_told_by(_text(entry, "content"))
    if properties.get("blogger.contentRemoved") == "true":
        if told is None:
            sentence = plain_sentence(_text(entry, "content"))
            notes.add("unknown_tombstones", f"comment {number}: {sentence}")
        return told or SourceStatus.REMOVED
    if told and not properties:  # exports before 2011 mark nothing
        notes.add("inferred_tombstones", f"comment {number}")
        return told
    return SourceStatus.APPROVED


def _origin(root: Element, blog_number: str, hosts: set[str]) -> Origin:
    url = _alternate(root)
    found = _BLOG_NUMBER.search(_text(root, "id"))
    name = (found[1] if found else blog_number) or url.partition("://")[2].rstrip("/")
    hosts = hosts | {urlsplit(url).hostname or ""}
    return Origin(source=name, title=_text(root, "title"), url=url, hosts=frozenset(hosts - {""}))


def _kind(entry: Element) -> str:
    terms = [c.get("term", "") for c in entry.findall(f"{ATOM}category[@scheme='{KIND_SCHEME}']")]
    return terms[0].rpartition("#")[2] if terms else ""


def _labels(entry: Element) -> tuple[str, ...]:
    marked = entry.findall(f"{ATOM}category[@scheme='{LABEL_SCHEME}']")
    return tuple(label for c in marked if (label := " ".join(c.get("term", "").split())))


def _is_draft(entry: Element) -> bool:
    paths = [f"{app}control/{app}draft" for app in APP_NAMESPACES]
    return any((entry.findtext(path) or "").strip() == "yes" for path in paths)


def _author(entry: Element) -> SourceAuthor | None:
    author = entry.find(f"{ATOM}author")
    if author is None:
        return None
    # The address is always Blogger's own noreply; the picture is a link to a third party.
    return SourceAuthor(name=_text(author, "name"), url=_text(author, "uri"))


def _feeds_author(entry: Element) -> SourceAuthor | None:
    """In Atom an entry without an author is the feed's author's."""
    feed = entry.getparent()
    return _author(feed) if feed is not None else None


def _declared_comments(entry: Element) -> int | None:
    total = (entry.findtext(f"{THR}total") or "").strip()
    return int(total) if total.isdecimal() else None


def _has_comment_form(entry: Element) -> bool:
    links = _links(entry, "replies")
    return any(link.get("href", "").endswith("#comment-form") for link in links)


def _alternate(element: Element) -> str:
    links = _links(element, "alternate")
    pages = [link.get("href", "") for link in links if link.get("type", "text/html") == "text/html"]
    return pages[0] if pages else ""


def _links(element: Element, rel: str) -> list[Element]:
    return element.findall(f"{ATOM}link[@rel='{rel}']")


def _post_number(entry: Element) -> str:
    reply = entry.find(f"{THR}in-reply-to")
    return _number(reply.get("ref", "")) if reply is not None else ""


def _parent_number(entry: Element) -> str:
    found = [_PARENT.search(link.get("href", "")) for link in _links(entry, "related")]
    return next((match[1] for match in found if match), "")


def _blog_number(entry: Element) -> str:
    found = _BLOG_NUMBER.search(_text(entry, "id"))
    return found[1] if found else ""


def _number(identifier: str) -> str:
    found = _NUMBER.search(identifier)
    return found[1] if found else ""


def _required_number(entry: Element) -> str:
    if number := _number(_text(entry, "id")):
        return number
    raise _Unreadable("it has no number")


def _required_time(entry: Element) -> datetime:
    if time := _time(_text(entry, "published")) or _time(_text(entry, "updated")):
        return time
    raise _Unreadable("it has no readable date")


def _time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else None


def _offset(text: str) -> str:
    found = re.search(r"(Z|[+-]\d\d:\d\d)$", text)
    return found[1] if found else ""


def _text(element: Element, name: str) -> str:
    """All of a child's text, without outer white space; titles and bodies are escaped once."""
    child = element.find(f"{ATOM}{name}")
    return "".join(str(text) for text in child.itertext()).strip() if child is not None else ""


FORMAT = Format(name="blogger", label="Blogger (classic)", recognises=recognises, read=read)
