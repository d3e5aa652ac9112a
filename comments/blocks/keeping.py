"""Keeping the block list: trying an entry on the past, adding, taking away, forgetting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from comments import desk_log
from comments.blocks.block_list import BlockList, Entry, Said
from comments.models import Block, Comment, DeskAct, SenderKey
from operations import day_keys

DRY_RUN_COMMENTS = 1_000


class AlreadyBlocked(Exception):
    """The list has an entry for this already; `block` is that one."""

    def __init__(self, block: Block) -> None:
        super().__init__(f"block {block.pk} says the same")
        self.block = block


@dataclass(frozen=True)
class DryRun:
    """How many published comments were compared, and those that would have been held."""

    compared: int
    held: tuple[Comment, ...]


def current(now: datetime) -> BlockList:
    """The list as it is in force at `now`, in one query. A ban is no part of it: it refuses."""
    held = Block.objects.active(now).filter(is_ban=False).order_by()
    rows = held.values_list("kind", "value", "shown", "reason")
    return BlockList(Entry(*row) for row in rows)


def dry_run(entry: Entry) -> DryRun:
    """What the entry would have held of the newest published comments, in one query."""
    entries = BlockList([entry])
    comments = Comment.objects.published().select_related("sender_key").newest_first()
    recent = list(comments[:DRY_RUN_COMMENTS])
    return DryRun(len(recent), tuple(_those_held(recent, entries)))


def add(entry: Entry, *, expires_at: datetime | None, user: User) -> Block:
    """Put an entry on the list; None never expires. Raises `AlreadyBlocked`."""
    try:
        with transaction.atomic():
            Block.objects.expired(timezone.now()).delete()  # or an old one stands in the way
            block = Block.objects.create(
                kind=entry.kind,
                value=entry.value,
                shown=entry.shown,
                reason=entry.reason,
                expires_at=expires_at,
                created_by=user,
            )
            desk_log.record(DeskAct.BLOCK, actor=user, subject=block.pk, kind=entry.kind)
            return block
    except IntegrityError as problem:
        if there := Block.objects.filter(kind=entry.kind, value=entry.value).first():
            raise AlreadyBlocked(there) from problem
        raise


def remove(block: Block, *, user: User) -> None:
    """Take an entry off the list."""
    with transaction.atomic():
        desk_log.record(DeskAct.UNBLOCK, actor=user, subject=block.pk, kind=block.kind)
        block.delete()


def end_of_day(now: datetime) -> datetime:
    """The next midnight of the newsroom, when the key of the day changes."""
    return day_keys.midnight(day_keys.day_of(now) + timedelta(days=1))


def forget_past() -> None:
    """Delete entries that are over, and the keys of yesterday's senders; a job of the clock."""
    now = timezone.now()
    Block.objects.expired(now).delete()
    SenderKey.objects.filter(day__lt=day_keys.day_of(now)).delete()


def _those_held(comments: Iterable[Comment], entries: BlockList) -> Iterable[Comment]:
    return (comment for comment in comments if entries.find(said_in(comment)))


def said_in(comment: Comment) -> Said:
    """A stored comment, as the list compares it."""
    sender = getattr(comment, "sender_key", None)
    return Said(
        name=comment.author_name,
        body=comment.body,
        html=comment.body_html,
        website=comment.author_website,
        email=comment.author_email,
        sender_key=sender.key if sender else "",
    )
