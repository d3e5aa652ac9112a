"""Which components there are, each with the contexts that show it in its states.

Templates are those of the product; what they are given only has the names that they ask for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from blog.blocks import BodyBlock, samples
from home.masthead import Edition, Link, Masthead
from home.patterns.words import AT, GERMAN, SUMMARY, TITLES, USUAL

Context = Mapping[str, Any]  # Any: whatever a template asks for


@dataclass(frozen=True)
class Pattern:
    """A component: the template that draws it, and a context for each of its states."""

    name: str
    template: str
    states: Mapping[str, Context]


def patterns() -> Iterator[Pattern]:
    """All of them, in the order in which a page is read."""
    yield Pattern("Masthead", "includes/masthead.html", dict(_mastheads()))
    yield Pattern("List of posts", "includes/listing.html", dict(_listings()))
    yield Pattern("Archive tree", "includes/archive_tree.html", {"usual": {"tree": _tree()}})
    yield Pattern("Body of a post", "patterns/body.html", dict(_bodies()))
    yield Pattern("Comment", "patterns/thread.html", dict(_comments()))
    yield Pattern("Form", "patterns/form.html", dict(_fields()))
    yield Pattern("Buttons and notices", "patterns/small.html", {"all": {}})


def _mastheads() -> Iterator[tuple[str, Context]]:
    menu = [Link("News", "#news", is_current=True), Link("Campaigns", "#all", is_current=False)]
    editions = [
        Edition("en", "English", "#en", "#en", is_current=True, is_translation=True),
        Edition("es", "Español", "#es", "#es", is_current=False, is_translation=False),
    ]
    usual = Masthead("One County", "Neighbors for families that stay", "#front", menu, editions)
    yield "usual", {"masthead": usual}
    yield "on the front page", {"masthead": usual, "page": {"url": usual.url}}
    yield "a long word", {"masthead": replace(usual, name=GERMAN)}
    yield "bare", {"masthead": replace(usual, tagline="", menu=[], editions=[])}


def _listings() -> Iterator[tuple[str, Context]]:
    teasers = [_teaser(title, number) for number, title in enumerate(TITLES.values())]
    yield "usual", {"listing": SimpleNamespace(teasers=teasers, back="#back", on="#on")}
    yield "empty", {"listing": SimpleNamespace(teasers=[])}


def _teaser(title: str, number: int) -> SimpleNamespace:
    signed = [SimpleNamespace(name="Marisol Vega"), SimpleNamespace(name="Teo Brandt")]
    post = SimpleNamespace(
        title=title,
        url=f"#post-{number}",
        summary=SUMMARY if number else "",
        posted_at=AT,
        authors=signed[:number],
        body=BodyBlock().to_python([]),
    )
    return SimpleNamespace(post=post, comment_count=number, is_pinned=number == 1)


def _tree() -> list[SimpleNamespace]:
    month = SimpleNamespace(name="March", url="#month", number=2, is_current=True)
    return [
        SimpleNamespace(name="2026", url="#2026", number=12, months=[month]),
        SimpleNamespace(name="2025", url="#2025", number=1_234, months=[]),
    ]


def _bodies() -> Iterator[tuple[str, Context]]:
    words = {
        "paragraph": samples.paragraph(),
        "heading": samples.heading(),
        "quote": samples.quote(),
        "points": samples.points(),
        "facts": samples.facts(),
        "table": samples.table(),
        "embed": samples.embed(),
        "missing_image": samples.missing_image(),
        "action": samples.action(),
        "footnotes": samples.footnotes(),
    }
    yield "every block of words", {"body": _body(words.items())}
    for state in ("planned", "postponed", "cancelled"):
        event = samples.event() | {"state": state}
        yield f"an event, {state}", {"body": _body([("event", event)])}
    for name, title in TITLES.items():
        yield f"headings: {name}", {"body": _body([("heading", title), ("paragraph", title)])}


def _body(blocks: Any) -> Any:  # Any: Wagtail's stream values have no types
    raw = [{"type": name, "value": value} for name, value in blocks]
    return BodyBlock().to_python(raw)


def _comments() -> Iterator[tuple[str, Context]]:
    reply = _entry(4, USUAL, answers=None)
    yield (
        "as readers see them",
        {
            "entries": [
                _entry(1, USUAL, replies=[reply]),
                _entry(2, USUAL, badge="author", edited_at=AT),
                _entry(3, USUAL, badge="staff", more=12),
            ],
            "is_open": True,
            "first_page": SimpleNamespace(pk=1),
        },
    )
    yield (
        "removed",
        {
            "entries": [
                _entry(5, "", sentence="This comment has been removed by a blog administrator."),
                _entry(6, "", sentence="This comment has been removed.", is_named=False),
            ]
        },
    )
    yield (
        "long and from far away",
        {"entries": [_entry(7 + number, title) for number, title in enumerate(TITLES.values())]},
    )


def _entry(number: int, body: str, **fields: Any) -> SimpleNamespace:
    comment = SimpleNamespace(
        pk=number,
        created_at=AT,
        edited_at=fields.pop("edited_at", None),
        removed_by="administrator" if "administrator" in fields.get("sentence", "") else "",
    )
    usual: dict[str, Any] = {
        "name": f"shahrukh {number}",
        "is_named": True,
        "is_public": "sentence" not in fields,
        "direction": "auto",
        "body": body,
        "replies": [],
    }
    return SimpleNamespace(comment=comment, **(usual | fields))


def _fields() -> Iterator[tuple[str, Context]]:
    yield "empty", {"value": "", "errors": []}
    yield "filled in", {"value": USUAL, "errors": []}
    yield "with a mistake", {"value": GERMAN, "errors": ["Write a few words."]}
