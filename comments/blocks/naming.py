"""From what a moderator typed to the form that is compared."""

from collections.abc import Callable, Mapping

from comments.blocks.hosts import host_of
from comments.blocks.words import words
from comments.models import BlockKind
from comments.names import skeleton
from comments.standing import email_digest


def value_of(kind: str, typed: str) -> str:
    """The compared form of what was typed for a kind; "" when nothing of it can be compared."""
    return _VALUES[kind](typed)


def _phrase(typed: str) -> str:
    return " ".join(words(typed))


def _email(typed: str) -> str:
    return email_digest(typed) if "@" in typed else ""


def _sender(typed: str) -> str:
    return typed


_VALUES: Mapping[str, Callable[[str], str]] = {
    BlockKind.PHRASE: _phrase,
    BlockKind.HOST: host_of,
    BlockKind.NAME: skeleton,
    BlockKind.EMAIL: _email,
    BlockKind.SENDER: _sender,
}
