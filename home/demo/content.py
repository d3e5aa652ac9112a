"""What a demo newsroom is made of, as values: the editions hold nothing else."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from comments.archive import CommentStatus

# "2012-01-05 09:00" by the newsroom's clocks, or how long before the demo is made.
Moment = str | timedelta

# The newsroom's drawings.
STREET, BUS = "street", "bus"


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
    """A post. The same `key` in two editions makes translations; what it is filed under are keys.

    `corrections` are pairs of when and what.
    """

    key: str
    slug: str
    title: str
    posted: Moment
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    body: tuple[Block, ...]
    comments: tuple[DemoComment, ...] = ()
    is_live: bool = True
    is_pinned: bool = False
    campaigns: tuple[str, ...] = ()
    series: str = ""
    corrections: tuple[tuple[Moment, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class DemoPage:
    """A plain page in the menu, without comments."""

    key: str
    slug: str
    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class DemoField:
    """A field of a form; `kind` is Wagtail's name for it."""

    label: str
    kind: str = "singleline"
    is_required: bool = True
    help_text: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoForm:
    """A page with a form, and what some have sent: their answers, field by field."""

    key: str
    slug: str
    title: str
    kind: str
    in_menu: bool
    body: tuple[Block, ...]
    thanks: tuple[Block, ...]
    fields: tuple[DemoField, ...]
    sent: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class DemoPlace:
    """A place that joined a campaign: where it is, in degrees, and since when."""

    name: str
    latitude: str
    longitude: str
    joined: Moment


@dataclass(frozen=True, kw_only=True)
class DemoCampaign:
    """A campaign; `status` is a value of `CampaignStatus`."""

    key: str
    slug: str
    title: str
    goal: str
    status: str
    began: Moment
    ended: Moment | None = None
    body: tuple[Block, ...] = ()
    places: tuple[DemoPlace, ...] = ()


@dataclass(frozen=True)
class Picture:
    """What one of the newsroom's drawings is called, and what it shows."""

    title: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The newsroom in one language. Topics and series have names by their keys, authors a word.

    `campaign_list` is the title and the slug of the page that lists the campaigns.
    """

    language: str
    name: str
    tagline: str
    campaign_list: tuple[str, str]
    pictures: dict[str, Picture]
    topics: dict[str, str] = field(default_factory=dict)
    series: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    pages: tuple[DemoPage, ...] = ()
    forms: tuple[DemoForm, ...] = ()
    campaigns: tuple[DemoCampaign, ...] = ()
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


def image(alt_text: str, caption: str, *, picture: str = STREET) -> Block:
    """A drawing of the newsroom, described and captioned in the language of the edition."""
    return Block("image", {"picture": picture, "alt_text": alt_text, "caption": caption})


def gallery(title: str, *images: Block) -> Block:
    """Several images side by side."""
    return Block("gallery", {"title": title, "images": [each.value for each in images]})


def embed(url: str, caption: str) -> Block:
    """An address that is loaded only after a click."""
    return Block("embed", {"url": url, "caption": caption})


def points(*lines: str, look: str = "bullets") -> Block:
    """A list; `look` is "bullets" or "numbers"."""
    return Block("points", {"look": look, "points": [f"<p>{line}</p>" for line in lines]})


def facts(title: str, html: str) -> Block:
    """A box beside the story."""
    return Block("facts", {"title": title, "text": " ".join(html.split())})


def footnotes(*notes: str) -> Block:
    """What [1], [2] in the paragraphs lead to."""
    return Block("footnotes", {"notes": [f"<p>{note}</p>" for note in notes]})


def table(caption: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> Block:
    """A table: words in its first column, numbers in the others."""
    columns = [
        {"type": "number" if place else "words", "heading": heading}
        for place, heading in enumerate(headings)
    ]
    values = [{"values": [f"<p>{first}</p>", *numbers]} for first, *numbers in rows]
    cells = {"caption": caption, "columns": columns, "rows": values}
    return Block("table", {"table": cells, "has_row_headings": True})


def document(title: str, about: str, words: str) -> Block:
    """A text file to download, with these words in it."""
    return Block("document", {"title": title, "text": about, "words": words})


def event(title: str, day: str | int, hours: tuple[str, str], **fields: Any) -> Block:
    """Something to come to. `day` is a date, or how many days after the demo is made.

    `fields` are those of the event block; by themselves it is planned, in New York's time, nowhere.
    """
    starts_at, ends_at = hours
    return Block(
        "event",
        {
            "title": title,
            "date": day,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "last_date": None,
            "zone": "America/New_York",
            "other_zones": [],
            "is_online": False,
            "place": "",
            "address": "",
            "online_url": "",
            "registration_url": "",
            "is_limited": False,
            "state": "planned",
            "text": "",
        }
        | fields,
    )


def action(kind: str, title: str, html: str, **fields: str) -> Block:
    """One thing to do; `fields` say where its button leads, and what to say there."""
    leads = {"url": "", "phone": "", "email": "", "script": "", "button": ""}
    words = {"kind": kind, "title": title, "text": " ".join(html.split())}
    return Block("action", words | leads | fields)
