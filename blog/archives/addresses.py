"""Where the archives of an index stand, and which addresses below it no post may take."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from wagtail.models import Page

    from blog.models.people import NamedSnippet

TOPIC, AUTHOR, SERIES = "topic", "author", "series"
YEAR = re.compile(r"\d{4}", re.ASCII)
# Single parts below an index that lead to something of its own.
TAKEN = {"archive", "feed", "search"}


@dataclass(frozen=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str


def is_taken(slug: str) -> bool:
    """Whether a post of this slug could never be reached: a year's archive stands there."""
    return slug in TAKEN or YEAR.fullmatch(slug) is not None


def link_to(subject: "NamedSnippet", *, index: "Page", kind: str) -> Link:
    """The way to all posts of an index about a topic, by an author, of a series."""
    return Link(subject.name, f"{index.url}{kind}/{quote(subject.slug)}/")
