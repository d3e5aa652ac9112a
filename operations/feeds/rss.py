"""RSS 2.0 (rssboard.org), with the whole text, the authors' names and the feed's own address."""

from email.utils import format_datetime
from html import escape

from lxml import etree

from operations.feeds.feed import Feed, Item
from operations.feeds.xml import add, write

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
_PREFIXES = {"atom": ATOM, "content": CONTENT, "dc": DC}


def as_rss(feed: Feed) -> bytes:
    """The feed as RSS; `author` of RSS is an address and may not be a name, so `dc:creator` is."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_PREFIXES)
    channel = etree.SubElement(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home_url)
    add(channel, "description", feed.description or feed.title)
    add(channel, "language", feed.language)
    add(channel, "lastBuildDate", format_datetime(feed.updated_at))
    itself = {"href": feed.url, "rel": "self", "type": "application/rss+xml"}
    add(channel, f"{{{ATOM}}}link", attributes=itself)
    for item in feed.items:
        _add_item(channel, item)
    return write(root)


def _add_item(channel: etree._Element, item: Item) -> None:
    element = etree.SubElement(channel, "item")
    if item.title:
        add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.name, {"isPermaLink": "false"})
    add(element, "pubDate", format_datetime(item.published_at))
    for person in item.authors:
        add(element, f"{{{DC}}}creator", person.name)
    for category in item.categories:
        add(element, "category", category)
    if item.comments_url:
        add(element, "comments", item.comments_url)
    # One of title and description has to be there, and readers of old show the description alone.
    # It is HTML in any case, which a summary is not.
    add(element, "description", escape(item.summary) or item.html)
    add(element, f"{{{CONTENT}}}encoded", item.html)
