"""What readers say, in its states: comments, threads, the warning before risky words, a report."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django import forms

from comments.models import ReportReason
from home.patterns.words import AT, TITLES, USUAL, Context

PAGE = SimpleNamespace(pk=1)


class Report(forms.Form):
    """Asks as the newsroom's own form does, which is the comments' affair."""

    reason = forms.ChoiceField(
        label="Why should somebody look at this comment?",
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="In your words, if you like",
        required=False,
        widget=forms.Textarea(attrs={"class": "form__input", "rows": 5}),
        help_text="Only moderators read this.",
    )


def comments() -> Iterator[tuple[str, Context]]:
    """Comments as a thread shows them."""
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
            "first_page": PAGE,
        },
    )
    yield (
        "removed",
        {
            "entries": [
                _entry(5, "", sentence="This comment has been removed by a blog administrator."),
                _entry(6, "", sentence="This comment has been removed.", is_named=False),
            ],
            "first_page": PAGE,
        },
    )
    yield (
        "long and from far away",
        {
            "entries": [_entry(7 + number, title) for number, title in enumerate(TITLES.values())],
            "first_page": PAGE,
        },
    )


def _entry(number: int, body: str, **fields: Any) -> SimpleNamespace:
    comment = SimpleNamespace(
        pk=number,
        created_at=AT,
        edited_at=fields.pop("edited_at", None),
        removed_by="administrator" if "administrator" in fields.get("sentence", "") else "",
        author_website="",
        legacy_anchor="",
    )
    usual: dict[str, Any] = {
        "name": f"shahrukh {number}",
        "is_named": True,
        "is_public": "sentence" not in fields,
        "is_answer_elsewhere": False,
        "answers": None,
        "badge": "",
        "direction": "auto",
        "language": "",
        "sentence": "",
        "body": body,
        "replies": [],
        "more": 0,
    }
    return SimpleNamespace(comment=comment, **(usual | fields))


def threads() -> Iterator[tuple[str, Context]]:
    """What stands around the comments of a page."""
    others = [
        SimpleNamespace(language="es", name="Español", url="#es", count=1),
        SimpleNamespace(language="ar", name="العربية", url="#ar", count=1_234),
    ]
    yield "nothing said yet", {"thread": _thread(), "is_open": True}
    yield "closed", {"thread": _thread(_entry(20, USUAL))}
    yield (
        "more is said in other languages",
        {"thread": _thread(_entry(21, USUAL)), "others": others, "is_open": True},
    )


def _thread(*entries: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(
        page=SimpleNamespace(pk=1),
        entries=entries,
        count=len(entries),
        shown=len(entries),
        pages=1,
    )


def warnings() -> Iterator[tuple[str, Context]]:
    """What is asked before words are sent that could harm a person."""
    phone = SimpleNamespace(name="a telephone number", words="+1 212 555 0100")
    house = SimpleNamespace(
        name="an address", words="12 Main Street, Riverside, next to the school"
    )
    yield "one", {"warnings": [phone]}
    yield "several", {"warnings": [phone, house]}


def reports() -> Iterator[tuple[str, Context]]:
    """The form by which anybody asks for somebody to look."""
    comment = SimpleNamespace(pk=1)
    yield "empty", {"comment": comment, "form": Report()}
    yield "with a mistake", {"comment": comment, "form": Report({"words": USUAL})}
