"""One decision on many comments that say nearly the same, and taking it back as one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar
from uuid import UUID, uuid4

from accounts.models import User
from comments.models import Comment, ModerationEvent
from comments.moderation.acts import ACTS, undo
from comments.moderation.ruling import DecisionRefused, Ruling
from comments.spam import Sign
from comments.states import Action

# Each is an act of its own: 200 take three seconds on SQLite, and a browser waits for all of them.
MAX_AT_ONCE = 200
BULK_ACTIONS = (Action.APPROVE, Action.MARK_SPAM)
# What is alike are most of the words. Under these signs something else is to be read before it
# shows: a telephone number below a petition, a name that could pass for somebody of the newsroom.
TO_BE_READ = frozenset(
    {
        Sign.PERSONAL_DATA,
        Sign.STAFF_NAME,
        Sign.BLOCKED,
        Sign.CHECK_FAILED,
        Sign.RENDERING,
        Sign.HONEYPOT,
        Sign.BINNED_ALIKE,
    }
)
# So are these, unless the comment that the moderator has read has the very same: an advertisement
# at the end of a petition is in nearly the same words.
TO_BE_COMPARED = frozenset(
    {
        Sign.WORDS,
        Sign.SPAM_WORDS,
        Sign.LINKS,
        Sign.MANY_LINKS,
        Sign.NEW_HOST,
        Sign.NEW_HOSTS,
        Sign.TERMS,
    }
)

Item = TypeVar("Item")


class Seen(NamedTuple):
    """A comment as a moderator saw it: its number, and that of its last event."""

    comment_id: int
    event_id: int


class ToBeRead(DecisionRefused):
    """Something in it has to be read before it is published, however many are alike."""


@dataclass(frozen=True)
class Bulk:
    """What became of a decision on many: its events, and the comments that it left alone."""

    batch: UUID
    events: tuple[ModerationEvent, ...]
    refused: tuple[DecisionRefused, ...]


def decide_together(seen: Sequence[Seen], action: Action, *, moderator: User) -> Bulk:
    """Approve each of the comments, or mark each as spam, under one number.

    The first of `seen` is the one that the moderator has read. Each is a decision of its own: one
    that something has happened to since is left alone, as is one that is to be read first. What was
    deleted meanwhile is passed over. Raises `ValueError` for other actions and for more than
    `MAX_AT_ONCE`.
    """
    if action not in BULK_ACTIONS or len(seen) > MAX_AT_ONCE:
        raise ValueError(f"{action} of {len(seen)} comments")
    batch = uuid4()
    to_be_read = _to_be_read(seen) if action == Action.APPROVE else {}

    def decide(one: Seen) -> ModerationEvent:
        if one.comment_id in to_be_read:
            raise ToBeRead(to_be_read[one.comment_id])
        ruling = Ruling(moderator=moderator, seen_event_id=one.event_id, batch=batch)
        return ACTS[action](one.comment_id, ruling)

    return _each(batch, seen, decide)


def undo_together(batch: UUID, *, moderator: User) -> Bulk:
    """Take back what of a decision on many still stands and is the last word on its comment."""
    standing = ModerationEvent.objects.filter(batch=batch, undone_by=None, undoes=None)
    back = uuid4()
    numbers = list(standing.values_list("pk", flat=True))
    return _each(back, numbers, lambda number: undo(number, moderator=moderator, batch=back))


def needs_reading(evidence: object, *, read: object) -> bool:
    """Whether a comment with this evidence is to be read before it is published.

    `read` is the evidence of the one alike that has been read.
    """
    found = _signs(evidence)
    compared = {one for one in found if one[0] in TO_BE_COMPARED}
    return any(sign in TO_BE_READ for sign, _detail in found) or not compared <= _signs(read)


def _signs(evidence: object) -> set[tuple[str, str]]:
    rows = evidence if isinstance(evidence, list) else []
    known = (row for row in rows if isinstance(row, Mapping))
    return {(str(row.get("sign", "")), str(row.get("detail", ""))) for row in known}


def _each(batch: UUID, items: Collection[Item], act: Callable[[Item], ModerationEvent]) -> Bulk:
    events, refused = [], []
    for item in items:
        try:
            events.append(act(item))
        except DecisionRefused as refusal:
            refused.append(refusal)
        except Comment.DoesNotExist:
            continue  # deleted with its post: there is nothing left to decide
    return Bulk(batch, tuple(events), tuple(refused))


def _to_be_read(seen: Sequence[Seen]) -> dict[int, Comment]:
    """An author who changes a comment from now on makes the decision stale."""
    comments = Comment.objects.in_bulk([one.comment_id for one in seen])
    first = next((comments[one.comment_id] for one in seen if one.comment_id in comments), None)
    read = first.evidence if first else []
    return {
        number: comment
        for number, comment in comments.items()
        if needs_reading(comment.evidence, read=read)
    }
