"""What becomes of comments: whether their post is here, and whether anybody has decided since."""

from comments import archive
from comments.archive import CommentStatus
from comments.models import Comment
from importers.job import Job
from importers.models import ImportRecord, RecordKind, RecordState
from importers.records import OUR_STATUS, SourceStatus
from importers.resolving.derived import BEYOND_LIMIT
from importers.resolving.items import DELETED_HERE
from importers.staging import ITEM_KINDS
from importers.store import WRITTEN, Outcome, Row

DECIDED_HERE = "decided here since the last import, kept"
STAYS_REMOVED = "a tombstone here, kept"
REMOVED_THERE = "removed in the old blog since the last import; decide here"

Plan = tuple[Outcome, str]


def decide_comments(job: Job) -> None:
    """Set the outcome of every comment that has none yet."""
    for batch in job.store.batches([RecordKind.COMMENT], outcomes=[""]):
        records = job.ledger.records(batch)
        here = Comment.objects.in_bulk([record.target_id for record in records.values()])
        for row in batch:
            record = records.get((row.kind, row.source_id))
            comment = here.get(record.target_id) if record else None
            outcome, message = _plan(job, row, record, comment)
            if message:
                job.notes.add("kept", f"comment {row.source_id}: {message}")
            job.store.note(
                row,
                outcome=outcome,
                message=message,
                is_done=int(outcome not in WRITTEN),
                target_id=comment.pk if comment else None,
                record_id=record.pk if record else None,
            )


def _plan(job: Job, row: Row, record: ImportRecord | None, comment: Comment | None) -> Plan:
    post = _post(job, row)
    if post is not None and post.message == BEYOND_LIMIT:
        return Outcome.SKIPPED, ""
    if record is None:
        return Outcome.CREATED, ""
    if record.state == RecordState.UNATTACHED:
        is_same = record.content_hash == row.fingerprint
        return (Outcome.UNCHANGED if is_same and not has_post(job, row) else Outcome.UPDATED), ""
    if comment is None:
        return Outcome.SKIPPED, DELETED_HERE
    if record.content_hash == row.fingerprint:
        return Outcome.UNCHANGED, ""
    return _plan_change(row, comment)


def _plan_change(row: Row, comment: Comment) -> Plan:
    """A tombstone is never made less exact, and no decision of this newsroom is undone."""
    if comment.status == CommentStatus.REMOVED:
        return Outcome.SKIPPED, STAYS_REMOVED
    if archive.was_decided_here(comment.pk):
        return Outcome.SKIPPED, DECIDED_HERE
    if OUR_STATUS[SourceStatus(row.standing)][0] == CommentStatus.REMOVED:
        return Outcome.SKIPPED, REMOVED_THERE
    return Outcome.UPDATED, ""


def has_post(job: Job, row: Row) -> bool:
    """Whether the comment's post is here, or will be when this run is through."""
    post = _post(job, row)
    if post is not None:
        return post.target_id is not None or post.outcome == Outcome.CREATED
    return job.ledger.target_id(ITEM_KINDS, row.belongs_to) is not None


def _post(job: Job, row: Row) -> Row | None:
    """By the number alone: comments on pages name them as if they were posts."""
    found = (job.store.find(kind, row.belongs_to) for kind in ITEM_KINDS)
    return next((post for post in found if post), None)
