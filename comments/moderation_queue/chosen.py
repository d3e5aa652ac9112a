"""What was decided in the one form that holds the whole list: which comments, and how.

Every field of a card ends in the number of its comment. A card's own button decides that comment
alone, a joint one all that are alike or all that fit; otherwise every comment is decided for which
something was chosen. What was typed on the others is theirs who typed it: it is kept for them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from comments.moderation_queue.forms import LARGEST_NUMBER, DecisionForm

# So many cards can be on one page; a form with more is none of ours.
MAX_DECISIONS = 100
LONGEST_NUMBER = len(str(LARGEST_NUMBER))
FIELDS = ("rule", "words", "seen", "reports")
TYPED = ("choice", "rule", "words")
JOINT = ("rule", "words", "up_to", "reports", "told_until", "fitted")


@dataclass(frozen=True)
class Typed:
    """What a moderator had chosen and typed on a card, as it was sent."""

    choice: str
    rule: str
    words: str


NOTHING = Typed("", "", "")


@dataclass(frozen=True)
class Choice:
    """One comment and what was decided on it, checked as far as a form can."""

    comment_id: int
    form: DecisionForm

    @property
    def typed(self) -> Typed:
        """What a card that comes back has to hold again."""
        sent = self.form.data
        return Typed(sent["action"], sent["rule"], sent["words"])


@dataclass(frozen=True)
class Chosen:
    """What one press of a button decides. `is_one` tells that it was a card's own button.

    `left` is what was chosen and typed on cards that it does not decide on, by comment.
    """

    choices: Sequence[Choice]
    is_one: bool
    left: Mapping[int, Typed]


def read(sent: QueryDict) -> Chosen:
    """What was decided; nothing where nothing was, or where no page of ours sends that."""
    pressed = sent.get("decide")
    choices = _pressed(sent, pressed) if pressed else list(_together(sent))[:MAX_DECISIONS]
    decided = {choice.comment_id for choice in choices}
    return Chosen(choices, is_one=bool(pressed), left=left(sent, decided=decided))


def joint(sent: QueryDict, button: str) -> dict[str, str]:
    """The fields of one decision for many.

    The button that was pressed says what to do, and for all alike on which: "approve 12.34 15.36".
    """
    action, _space, seen = sent.get(button, "").partition(" ")
    return {name: sent.get(name, "") for name in JOINT} | {"action": action, "seen": seen}


def left(sent: QueryDict, *, decided: Collection[int] = ()) -> dict[int, Typed]:
    """What was chosen and typed on all cards but those of the comments that are `decided`."""
    others = {
        number: Typed(*(sent.get(f"{name}-{number}", "") for name in TYPED))
        for number in numbers(sent)
        if number not in decided
    }
    return {number: typed for number, typed in others.items() if typed != NOTHING}


def numbers(sent: QueryDict) -> list[int]:
    """The comments on the page that was sent, decided or not."""
    return [number for number, _field in _numbered(sent, "seen")][:MAX_DECISIONS]


def _pressed(sent: QueryDict, pressed: str) -> list[Choice]:
    comment_id, _dot, action = pressed.partition(".")
    return [_choice(sent, int(comment_id), action)] if _is_one(comment_id) else []


def _together(sent: QueryDict) -> Iterator[Choice]:
    for number, name in _numbered(sent, "choice"):
        if action := sent.get(name):
            yield _choice(sent, number, action)


def _numbered(sent: QueryDict, field: str) -> Iterator[tuple[int, str]]:
    for name in sent:
        kind, _dash, number = name.partition("-")
        if kind == field and _is_one(number):
            yield int(number), name


def _choice(sent: QueryDict, comment_id: int, action: str) -> Choice:
    fields = {name: sent.get(f"{name}-{comment_id}", "") for name in FIELDS}
    return Choice(comment_id, DecisionForm(fields | {"action": action}))


def _is_one(typed: str) -> bool:
    """Whether this is the number of a row; `int` takes more, and digits without end for long."""
    return (
        len(typed) <= LONGEST_NUMBER
        and typed.isascii()
        and typed.isdecimal()
        and int(typed) <= LARGEST_NUMBER
    )
