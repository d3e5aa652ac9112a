"""What the writer of a comment said before, if it is somebody who proved to be the same.

A typed name or address proves nothing, so nothing is looked up by it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Window
from django.db.models.functions import RowNumber

from comments.models import Comment, CommentQuerySet

SHOWN = 3


def earlier_of(
    comments: Iterable[Comment], *, among: CommentQuerySet
) -> Mapping[int, Sequence[Comment]]:
    """The last three others by the same proven writer, newest first, by comment; at most one query.

    `among` is what the moderator may see.
    """
    shown = [comment for comment in comments if comment.writer_id]
    if not shown:
        return {}
    place = Window(RowNumber(), partition_by="writer_id", order_by=["-created_at", "-pk"])
    theirs = among.filter(writer__in={comment.writer_id for comment in shown})
    by_writer: dict[int | None, list[Comment]] = defaultdict(list)
    last = theirs.annotate(place=place).filter(place__lte=SHOWN + 1).order_by("place")
    for comment in last.only("status", "created_at", "writer_id"):
        by_writer[comment.writer_id].append(comment)
    return {
        comment.pk: [other for other in by_writer[comment.writer_id] if other != comment][:SHOWN]
        for comment in shown
    }
