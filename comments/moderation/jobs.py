"""A decision on all comments that fit a filter, kept as a job; `carrying` carries it out.

What a job holds is decided as it was when the moderator looked, or not at all.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery, UUIDField, Value
from django.utils import timezone

from accounts.models import User
from comments.models import (
    BulkItem,
    BulkJob,
    BulkOutcome,
    Comment,
    CommentQuerySet,
    ModerationEvent,
)
from comments.moderation import carrying, many
from comments.moderation.carrying import carry_on
from comments.moderation.many import JointDecision, Seen
from comments.moderation.unread import evidence_of, published_by, unread
from comments.states import Action

__all__ = [
    "MAX_AT_ONCE",
    "as_they_were",
    "carry_on",
    "forget_old",
    "start",
    "start_seen",
    "undo",
]

# Carried out at once, while the browser waits; more are left to the worker.
MAX_AT_ONCE = 200
KEPT = timedelta(days=7)  # docs/privacy.md
INSERT = "INSERT INTO comments_bulkitem (comment_id, seen_event_id, job_id, outcome)"


def start(comments: CommentQuerySet, decision: JointDecision, *, up_to: int) -> BulkJob:
    """Decide on all of the comments as they are now, but for what happened after a moment.

    `up_to` is the newest event of the log when the moderator looked. Nobody has read them all: what
    has to be read before it is published is left. `MAX_AT_ONCE` are carried out before this
    returns, more by the worker. Raises what `many.check` raises.
    """
    many.check(decision)
    with transaction.atomic():
        job = _job(decision)
        _insert(job, as_they_were(comments, up_to=up_to), columns=("pk", "seen"))
        _leave_unread(job, read=[])
    return _begin(job)


def as_they_were(comments: CommentQuerySet, *, up_to: int) -> CommentQuerySet:
    """Those of the comments that nothing happened to after an event of the log.

    Each has the number of its last event: `seen`.
    """
    chosen = Comment.objects.filter(pk__in=comments.order_by().values("pk")).order_by()
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    return chosen.annotate(seen=Subquery(latest.values("pk")[:1])).filter(seen__lte=up_to)


def start_seen(seen: Sequence[Seen], decision: JointDecision) -> BulkJob:
    """Decide on comments that say nearly the same; the first is the one that was read.

    As `start` otherwise.
    """
    many.check(decision)
    with transaction.atomic():
        job = _job(decision)
        BulkItem.objects.bulk_create(
            BulkItem(job=job, comment_id=number, seen_event_id=event_id)
            for number, event_id in dict(seen).items()
        )
        _leave_unread(job, read=evidence_of(seen[0].comment_id) if seen else [])
    return _begin(job)


def undo(batch: UUID, *, moderator: User) -> BulkJob:
    """Take back what of a decision on many still stands and is the last word on its comment.

    What of it was not carried out yet never will be. An undo itself is not taken back, nor is what
    answered an appeal.
    """
    with transaction.atomic():
        carrying.call_off(batch)
        known = BulkJob.objects.filter(pk=batch, undone_by=None).first()
        job = _job(JointDecision(action=Action.UNDO, moderator=moderator), undoes=known)
        standing = ModerationEvent.objects.filter(batch=batch, undone_by=None, undoes=None)
        _insert(job, standing.revocable().order_by(), columns=("comment_id", "pk"))
    return _begin(job)


def forget_old() -> None:
    """Forget what ended a week ago; a job of the clock. The log stays."""
    BulkJob.objects.filter(ended_at__lte=timezone.now() - KEPT).delete()


def _job(decision: JointDecision, *, undoes: BulkJob | None = None) -> BulkJob:
    return BulkJob.objects.create(
        batch=decision.batch,
        action=decision.action,
        rule_version=decision.rule_version,
        explanation=decision.explanation,
        moderator=decision.moderator,
        undoes=undoes,
    )


def _insert(job: BulkJob, rows: QuerySet[Any], *, columns: tuple[str, str]) -> None:
    """One statement, however many there are; Any: of comments or of events."""
    of_job = Value(job.pk, output_field=UUIDField())
    made = rows.annotate(of_job=of_job, result=Value(BulkOutcome.WAITING.value))
    select, parameters = made.values_list(*columns, "of_job", "result").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{INSERT} {select}", parameters)


def _leave_unread(job: BulkJob, *, read: object) -> None:
    """Whatever changes a comment from now on makes the decision on it stale."""
    comments = Comment.objects.filter(pk__in=job.items.values("comment_id"))
    numbers = list(unread(published_by(job.action, comments), read=read))
    for place in range(0, len(numbers), many.MAX_IN_A_STATEMENT):
        some = numbers[place : place + many.MAX_IN_A_STATEMENT]
        job.items.filter(comment_id__in=some).update(outcome=BulkOutcome.TO_BE_READ)


def _begin(job: BulkJob) -> BulkJob:
    """Carry out what does not keep a browser waiting; the rest is the worker's."""
    if job.items.filter(outcome=BulkOutcome.WAITING).count() <= MAX_AT_ONCE:
        carrying.carry_out_some(job.pk)
    job.refresh_from_db()
    return job
