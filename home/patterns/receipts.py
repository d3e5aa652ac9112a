"""What the author of a comment is told of it, as it waits, appears, goes, and is looked at anew."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from home.patterns.words import AT, LONG, USUAL, Context

NEW_WORDS = SimpleNamespace(last=SimpleNamespace(body=LONG))
COMMENT = SimpleNamespace(author_name="shahrukh", body=USUAL, removed_by="", versions=NEW_WORDS)
RULE = SimpleNamespace(
    language="en",
    title="No names of private persons",
    text="Whoever holds no office is not named here.\n\nInitials are names, too.",
    version=SimpleNamespace(number=3, effective_at=AT, rule_id=1),
)
NO_REASONS = SimpleNamespace(rule=None, explanation="", was_flagged=False)
BY_RULE = SimpleNamespace(rule=RULE, explanation=LONG, was_flagged=True)
BLACKED_OUT = SimpleNamespace(created_at=AT, explanation=SimpleNamespace(words=USUAL))


def receipts() -> Iterator[tuple[str, Context]]:
    """A receipt in its states; the last ones are told of the appeal against a removal."""
    waits = _account("pending", why="it has links.", usual_wait=timedelta(hours=3), decided_at=None)
    yield "held", _receipt(waits)
    on_the_page = {"page": SimpleNamespace(pk=1), "comment_url": "#comment-1"}
    yield "published", _receipt(_account("published"), **on_the_page)
    yield "new words wait", _receipt(_account("published", edit="waiting"), **on_the_page)
    yield "words blacked out", _receipt(_account("published", redaction=BLACKED_OUT))
    yield "not published", _receipt(_account("trashed"))
    removed = _account("removed", statement=BY_RULE)
    yield "removed with a reason", _receipt(removed)
    yield "appeal possible", _receipt(removed, second_look=_second_look(possible_until=AT))
    for state in ("open", "reversed", "varied", "upheld"):
        told = _second_look(appeal=_appeal(state), rule=RULE)
        yield f"appeal {state}", _receipt(removed, second_look=told)
    late = _second_look(appeal=_appeal("open"), is_late=True)
    yield "appeal late", _receipt(removed, second_look=late)


def _account(status: str, **told: Any) -> SimpleNamespace:
    usual: dict[str, Any] = {
        "status": status,
        "why": "",
        "statement": NO_REASONS,
        "redaction": None,
        "decided_at": AT,
        "is_withdrawn": False,
        "edit": None,
        "usual_wait": None,
    }
    return SimpleNamespace(**(usual | told))


def _second_look(**told: Any) -> SimpleNamespace:
    usual: dict[str, Any] = {
        "possible_until": None,
        "appeal": None,
        "is_late": False,
        "is_other_there": True,
        "waits_again": False,
        "rule": None,
    }
    return SimpleNamespace(**(usual | told))


def _appeal(state: str) -> SimpleNamespace:
    return SimpleNamespace(
        state=state,
        created_at=AT,
        due_at=AT + timedelta(days=7),
        decided_at=AT + timedelta(days=3),
        by_same_person=False,
        words="" if state == "open" else LONG,
        statement=USUAL,
    )


def _receipt(account: SimpleNamespace, **around: Any) -> Context:
    return {"account": account, "comment": COMMENT, "secret": "sample"} | around
