"""By what somebody who writes is known to a ban, and the ban that is on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from comments import receipts
from comments.models import Block, BlockKind, Comment
from comments.names import skeleton
from comments.standing import email_digest
from comments.submission import Submission


@dataclass(frozen=True, kw_only=True)
class Person:
    """What of a writer a ban can name: the typed name, digests of addresses, the key of the day."""

    name: str = ""
    email_digests: tuple[str, ...] = ()
    sender_key: str = ""

    def values(self) -> Iterator[tuple[str, str]]:
        """Kind and compared value of each, without those that are empty."""
        yield from ((BlockKind.EMAIL, digest) for digest in self.email_digests if digest)
        if self.sender_key:
            yield BlockKind.SENDER, self.sender_key
        if looks_like := skeleton(self.name):
            yield BlockKind.NAME, looks_like


def who_sent(submission: Submission) -> Person:
    """Who sends this, as far as it says so; at most one query.

    A key that many senders share, because nobody could tell where they came from, is nobody's.
    """
    typed = submission.author_email
    return Person(
        name=submission.author_name,
        email_digests=(email_digest(typed) if typed else "", _proven_digest(submission)),
        sender_key=submission.sender.own_key or "",
    )


def who_wrote(comment: Comment) -> Person:
    """Who wrote a stored comment; read it with its `writer` and its `sender_key`."""
    sender, typed = getattr(comment, "sender_key", None), comment.author_email
    return Person(
        name=comment.author_name,
        email_digests=(email_digest(typed) if typed else "", _digest_of_writer(comment)),
        sender_key=sender.key if sender else "",
    )


def ban_on(person: Person, *, now: datetime) -> Block | None:
    """The ban in force that lasts longest, or None; one query."""
    values = list(person.values())
    if not values:
        return None
    named = reduce(or_, (Q(kind=kind, value=value) for kind, value in values))
    return Block.objects.active(now).filter(named, is_ban=True).order_by("-expires_at").first()


def _proven_digest(submission: Submission) -> str:
    """Of the address that the writer of an earlier comment, or of this one, has confirmed."""
    if submission.revises:
        comments = Comment.objects.filter(pk=submission.revises)
    elif secret := submission.earlier_receipt:
        comments = Comment.objects.filter(receipt_digest=receipts.digest(secret))
    else:
        return ""
    comment = comments.select_related("writer").first()
    return _digest_of_writer(comment) if comment else ""


def _digest_of_writer(comment: Comment) -> str:
    return (comment.writer.email_digest or "") if comment.writer else ""
