"""Atom (RFC 4287), with answers (RFC 4685) and what was taken back (RFC 6721)."""

from lxml import etree

from operations.feeds.feed import Feed, Gone, Item, Person
from operations.feeds.xml import add, stamp, write

ATOM = "http://www.w3.org/2005/Atom"
THREADS = "http://purl.org/syndication/thread/1.0"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {None: ATOM, "thr": THREADS, "at": TOMBSTONES}


def as_atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    # None is the namespace without a prefix; the stubs of lxml do not know.
    root = etree.Element(_name("feed"), {LANGUAGE: feed.language}, nsmap=_PREFIXES)  # type: ignore[arg-type]
    add(root, _name("title"), feed.title)
    if feed.description:
        add(root, _name("subtitle"), feed.description)
    add(root, _name("id"), feed.url)
    itself = {"rel": "self", "type": "application/atom+xml", "href": feed.url}
    add(root, _name("link"), attributes=itself)
    home = {"rel": "alternate", "type": "text/html", "href": feed.home_url}
    add(root, _name("link"), attributes=home)
    add(root, _name("updated"), stamp(feed.updated_at))
    _add_person(root, feed.author)
    for item in feed.items:
        _add_entry(root, item)
    for gone in feed.gone:
        _add_tombstone(root, gone)
    return write(root)


def _name(local: str) -> str:
    return f"{{{ATOM}}}{local}"


def _add_entry(root: etree._Element, item: Item) -> None:
    spoken = {LANGUAGE: item.language} if item.language else None
    entry = add(root, _name("entry"), attributes=spoken)
    add(entry, _name("title"), item.title)
    add(entry, _name("id"), item.name)
    page = {"rel": "alternate", "type": "text/html", "href": item.url}
    add(entry, _name("link"), attributes=page)
    add(entry, _name("published"), stamp(item.published_at))
    add(entry, _name("updated"), stamp(item.updated_at))
    for person in item.authors:
        _add_person(entry, person)
    for category in item.categories:
        add(entry, _name("category"), attributes={"term": category})
    if item.answers:
        add(entry, f"{{{THREADS}}}in-reply-to", attributes={"ref": item.answers})
    if item.summary:
        add(entry, _name("summary"), item.summary)
    add(entry, _name("content"), item.html, {"type": "html"})


def _add_person(parent: etree._Element, person: Person) -> None:
    author = add(parent, _name("author"))
    add(author, _name("name"), person.name)
    if person.url:
        add(author, _name("uri"), person.url)


def _add_tombstone(root: etree._Element, gone: Gone) -> None:
    told = {"ref": gone.name, "when": stamp(gone.at)}
    add(root, f"{{{TOMBSTONES}}}deleted-entry", attributes=told)
