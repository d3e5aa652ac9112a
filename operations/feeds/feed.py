"""What a feed holds, whatever it is written in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed that holds nothing and never did has changed."""


@dataclass(frozen=True)
class Person:
    """Who wrote something; `url` may be empty."""

    name: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry. `html` is whole and has absolute addresses; `title` may be empty.

    `name` is an address that stays the same for ever; `answers` is that of what it answers.
    """

    name: str
    url: str
    title: str
    html: str
    published_at: datetime
    updated_at: datetime
    summary: str = ""
    language: str = ""
    authors: tuple[Person, ...] = ()
    categories: tuple[str, ...] = ()
    comments_url: str = ""
    answers: str = ""


@dataclass(frozen=True)
class Gone:
    """An entry whose words were taken back: readers that kept them should let go of it."""

    name: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A list of entries, the newest first.

    `home_url` is the page that shows the same to people, `url` the feed's own address, both whole.
    `changed_at` is when anything that may stand in it last changed; None if nobody knows.
    """

    title: str
    description: str
    home_url: str
    url: str
    language: str
    author: Person
    items: tuple[Item, ...]
    gone: tuple[Gone, ...] = ()
    changed_at: datetime | None = None

    @property
    def updated_at(self) -> datetime:
        """When its newest entry was last changed."""
        return max((item.updated_at for item in self.items), default=NEVER)


def name_of(kind: str, key: object) -> str:
    """An entry's name: it survives a move, another title, another host and another database row.

    `key` is what the thing is known by for ever.
    """
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{kind}:{key}')}"
