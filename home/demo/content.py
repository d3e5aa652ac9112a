"""What a demo newsroom is made of, as values: the editions hold nothing else."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from comments.archive import CommentStatus

# "2012-01-05 09:00" by the newsroom's clocks, or how long before the demo is made.
Moment = str | timedelta


@dataclass(frozen=True)
class Block:
    """One block of a body. `value` is Wagtail's raw value, for an image without the image."""

    kind: str
    value: Any  # Any: a text or a mapping, as the block type wants it


@dataclass(frozen=True, kw_only=True)
class DemoComment:
    """What an invented reader said. Blank lines part the paragraphs of `text`.

    `signs` is what the filter found, in pairs of a sign and its detail.
    """

    name: str
    said: Moment
    text: str = ""
    status: CommentStatus = CommentStatus.PUBLISHED
    removed_by: str = ""
    signs: tuple[tuple[str, str], ...] = ()
    website: str = ""
    is_post_author: bool = False
    replies: tuple["DemoComment", ...] = ()


@dataclass(frozen=True, kw_only=True)
class DemoPost:
    """A post. The same `key` in two editions makes translations; `topics` are keys too."""

    key: str
    slug: str
    title: str
    posted: Moment
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    body: tuple[Block, ...]
    comments: tuple[DemoComment, ...] = ()
    is_live: bool = True


@dataclass(frozen=True, kw_only=True)
class DemoPage:
    """A plain page in the menu, without comments."""

    key: str
    slug: str
    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The newsroom in one language. `topics` gives each topic's key its name."""

    language: str
    name: str
    tagline: str
    image_title: str
    image_description: str
    topics: dict[str, str] = field(default_factory=dict)
    pages: tuple[DemoPage, ...] = ()
    posts: tuple[DemoPost, ...] = ()


def paragraph(html: str) -> Block:
    """Running text as HTML; its line breaks are those of the source file and mean nothing."""
    return Block("paragraph", " ".join(html.split()))


def heading(text: str) -> Block:
    """A heading inside the post."""
    return Block("heading", text)


def quote(words: str, attribution: str) -> Block:
    """Somebody's words."""
    return Block("quote", {"quote": " ".join(words.split()), "attribution": attribution})


def image(alt_text: str, caption: str) -> Block:
    """The newsroom's drawing, described and captioned in the language of the edition."""
    return Block("image", {"alt_text": alt_text, "caption": caption})


def embed(url: str, caption: str) -> Block:
    """An address that is loaded only after a click."""
    return Block("embed", {"url": url, "caption": caption})
