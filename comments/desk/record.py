"""What the proven writers of some comments did here, in numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from comments.models import Comment, CommentQuerySet, Report
from comments.states import CommentStatus, RemovedBy


@dataclass(frozen=True, kw_only=True)
class Record:
    """How many comments of one writer there are, how they stand, and how often readers reported.

    `removed` are those that a moderator removed; `first_at` and `last_at` when they were said.
    """

    comments: int
    published: int
    removed: int
    spam: int
    waiting: int
    reports: int
    first_at: datetime
    last_at: datetime


def record_of(
    comments: Iterable[Comment], *, among: CommentQuerySet | None = None
) -> Mapping[int, Record]:
    """The record of each comment's writer, by the comment's number; one query, or none.

    Whoever proved nothing has none: a typed name may be anybody's. `among` is what the moderator
    may see; all comments where it is not given.
    """
    proven = {each.pk: each.writer_id for each in comments if each.writer_id}
    if not proven:
        return {}
    records = _by_writer(set(proven.values()), Comment.objects.all() if among is None else among)
    return {
        number: records[writer_id] for number, writer_id in proven.items() if writer_id in records
    }


def _by_writer(writers: set[int], among: CommentQuerySet) -> dict[int, Record]:
    reports = Report.objects.filter(comment__writer=OuterRef("writer"), comment__in=among)
    counted = reports.order_by().values("comment__writer").annotate(number=Count("pk"))
    theirs = among.filter(writer__in=writers).order_by().values("writer")
    rows = theirs.annotate(
        number=Count("pk"),
        published=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)),
        removed=Count("pk", filter=Q(removed_by=RemovedBy.ADMINISTRATOR)),
        spam=Count("pk", filter=Q(status=CommentStatus.SPAM)),
        waiting=Count("pk", filter=Q(status=CommentStatus.PENDING)),
        reported=Coalesce(Subquery(counted.values("number")), 0),
        first_at=Min("created_at"),
        last_at=Max("created_at"),
    )
    return {
        row["writer"]: Record(
            comments=row["number"],
            published=row["published"],
            removed=row["removed"],
            spam=row["spam"],
            waiting=row["waiting"],
            reports=row["reported"],
            first_at=row["first_at"],
            last_at=row["last_at"],
        )
        for row in rows
    }
