"""Which comments fitted a list when a moderator looked, as a digest that a form can carry.

The log tells what came or changed since. It does not tell that a post was renamed, or that the
worker found out which language somebody speaks: both bring comments into a list that nobody saw.
"""

import hashlib
from collections.abc import Iterable

from django.db.models import OuterRef, Subquery

from comments.models import Comment, CommentQuerySet, ModerationEvent

# As many as the tabs count; the digest of more would cost every look at the list too much.
MOST_COMPARED = 10_000


class ListChanged(Exception):
    """Other comments fit than when the moderator looked; nothing was changed."""


def as_they_were(comments: CommentQuerySet, *, up_to: int) -> CommentQuerySet:
    """Those of the comments that nothing happened to after an event of the log.

    Each has the number of its last event: `seen`.
    """
    chosen = Comment.objects.filter(pk__in=comments.order_by().values("pk")).order_by()
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    return chosen.annotate(seen=Subquery(latest.values("pk")[:1])).filter(seen__lte=up_to)


def digest_of(numbers: Iterable[int]) -> str:
    """The same for the same comments in whatever order."""
    listed = " ".join(str(number) for number in sorted(numbers))
    return hashlib.sha256(listed.encode()).hexdigest()


def fitted(comments: CommentQuerySet, *, up_to: int) -> str:
    """The digest of those of the comments that are as they were; "" for too many to compare."""
    rows = as_they_were(comments, up_to=up_to).values_list("pk", flat=True)
    numbers = list(rows[: MOST_COMPARED + 1])
    return digest_of(numbers) if len(numbers) <= MOST_COMPARED else ""
