"""Banning somebody for a time: what it would have caught, putting it in force, lifting it.

A banned person is refused and told so, with until when and how to object (`guards`); nobody is
banned without knowing. A ban is an entry of the block list that refuses instead of holding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from accounts.models import User
from comments import blocks, desk_log, pace, permissions
from comments.blocks import Entry, Person
from comments.models import Block, BlockKind, Comment, CommentQuerySet, DeskAct
from operations import day_keys

DAYS = (1, 7, 30, 90, 365)
DEFAULT_DAYS = 30
COMPARED_COMMENTS = 1_000
# As many of those that wait are looked at, the newest first: names are compared one by one.
COMPARED_WAITING = 10_000


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a ban would have caught: of the last `compared` comments, and of those that wait.

    `looked_at` says of how many that wait; `waiting` has the numbers of those caught.
    """

    entry: Entry
    compared: int
    caught: tuple[Comment, ...]
    looked_at: int
    waiting: tuple[int, ...]


def marks_of(comment: Comment, *, now: datetime) -> list[Entry]:
    """By what the writer of a comment can be banned, the surest first; outside a transaction.

    A confirmed or typed address, then the key of the day while that lasts, then the typed name,
    which proves nothing. A key that strangers share is none.
    """
    person = blocks.who_wrote(comment)
    sender = getattr(comment, "sender_key", None)
    is_todays = sender is not None and sender.day == day_keys.day_of(now)
    if not is_todays or person.sender_key == pace.shared_key(now):
        person = Person(name=person.name, email_digests=person.email_digests)
    marks = {kind: Entry(kind, value, _shown(kind, person)) for kind, value in person.values()}
    return [marks[kind] for kind in _SUREST_FIRST if kind in marks]


def previews(marks: Iterable[Entry], *, moderator: User) -> list[Preview]:
    """What each ban would have caught of what the moderator may see; four queries for all."""
    comments = permissions.visible(Comment.objects.all(), moderator)
    recent = list(_with_writers(comments.newest_first())[:COMPARED_COMMENTS])
    waiting = _with_writers(comments.waiting().newest_first())
    looked_at = list(waiting.only(*_OF_A_WRITER)[:COMPARED_WAITING])
    return [
        Preview(
            entry=mark,
            compared=len(recent),
            caught=tuple(_caught(recent, mark)),
            looked_at=len(looked_at),
            waiting=tuple(comment.pk for comment in _caught(looked_at, mark)),
        )
        for mark in marks
    ]


def in_force(now: datetime) -> QuerySet[Block]:
    """The bans that hold at `now`, the newest first."""
    return Block.objects.active(now).filter(is_ban=True).select_related("created_by")


def ends_at(kind: str, *, days: int, now: datetime) -> datetime:
    """Until when a ban holds. That of a network address ends with the newsroom's day."""
    return blocks.end_of_day(now) if kind == BlockKind.SENDER else now + timedelta(days=days)


def ban(
    entry: Entry, *, days: int, user: User, now: datetime, comment: Comment | None = None
) -> Block:
    """Ban somebody for so many days, because of a comment or not.

    Whatever stood on the block list about the same gives way to it, also an earlier ban.
    """
    try:
        return _put(entry, days=days, user=user, now=now, comment=comment)
    except IntegrityError:  # somebody else put it there at the same moment; now it is seen
        return _put(entry, days=days, user=user, now=now, comment=comment)


def lift(block: Block, *, user: User) -> None:
    """End a ban now."""
    with transaction.atomic():
        desk_log.record(DeskAct.LIFT, actor=user, subject=block.pk, kind=block.kind)
        block.delete()


def _put(entry: Entry, *, days: int, user: User, now: datetime, comment: Comment | None) -> Block:
    with transaction.atomic():
        _make_room(entry, user=user, now=now)
        block = Block.objects.create(
            kind=entry.kind,
            value=entry.value,
            shown=entry.shown,
            reason=entry.reason,
            is_ban=True,
            expires_at=ends_at(entry.kind, days=days, now=now),
            created_by=user,
            created_at=now,
        )
        because_of = {"comment": comment.pk} if comment else {}
        until_midnight = entry.kind == BlockKind.SENDER
        desk_log.record(
            DeskAct.BAN,
            actor=user,
            subject=block.pk,
            kind=entry.kind,
            days=0 if until_midnight else days,
            **because_of,
        )
    return block


def _make_room(entry: Entry, *, user: User, now: datetime) -> None:
    there = Block.objects.filter(kind=entry.kind, value=entry.value).first()
    if there is None:
        return
    is_over = there.expires_at is not None and there.expires_at <= now
    if is_over:
        there.delete()
    elif there.is_ban:
        lift(there, user=user)
    else:
        blocks.remove(there, user=user)


_SUREST_FIRST = (BlockKind.EMAIL, BlockKind.SENDER, BlockKind.NAME)
_OF_A_WRITER = (
    "created_at",
    "author_name",
    "author_email",
    "writer__email_digest",
    "sender_key__key",
)


def _shown(kind: str, person: Person) -> str:
    return person.name if kind == BlockKind.NAME else ""


def _with_writers(comments: CommentQuerySet) -> CommentQuerySet:
    return comments.select_related("writer", "sender_key")


def _caught(comments: Sequence[Comment], mark: Entry) -> Iterator[Comment]:
    wanted = (mark.kind, mark.value)
    return (each for each in comments if wanted in blocks.who_wrote(each).values())
