"""Which components there are, each with the contexts that show it in its states.

Templates are those of the product; what they are given only has the names that they ask for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from blog.blocks import BodyBlock, samples
from home.masthead import Edition, Link, Masthead
from home.patterns import pictures, receipts, talking
from home.patterns.words import AT, GERMAN, SUMMARY, TITLES, USUAL, Context


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
    yield Pattern("Figure", "blog/blocks/figure.html", dict(pictures.figures()))
    yield Pattern("Comment", "patterns/thread.html", dict(talking.comments()))
    yield Pattern("Comments of a page", "comments/section.html", dict(talking.threads()))
    yield Pattern("Warning", "patterns/warning.html", dict(talking.warnings()))
    yield Pattern("Report", "comments/report_form.html", dict(talking.reports()))
    yield Pattern("Receipt", "patterns/receipt.html", dict(receipts.receipts()))
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
    yield "with a logo", {"masthead": replace(usual, logo=pictures.logo())}
    yield "named by its logo", {"masthead": replace(usual, logo=pictures.logo(says_name=True))}


def _listings() -> Iterator[tuple[str, Context]]:
    teasers = [_teaser(title, number) for number, title in enumerate(TITLES.values())]
    yield "usual", {"listing": SimpleNamespace(teasers=teasers, back="#back", on="#on")}
    lead = _teaser(USUAL, 1)
    lead.post.body = pictures.Body()
    yield "a picture leads", {"listing": SimpleNamespace(teasers=[lead, *teasers])}
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


def _fields() -> Iterator[tuple[str, Context]]:
    yield "empty", {"value": "", "errors": []}
    yield "filled in", {"value": USUAL, "errors": []}
    yield "with a mistake", {"value": GERMAN, "errors": ["Write a few words."]}
