"""Hanging replies below what they answer, once every comment has its number."""

from collections.abc import Iterable

from comments import archive
from importers.applying.writer import Writer
from importers.job import Job
from importers.models import RecordKind
from importers.store import Outcome, Row

_LOOKED_AT = (Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED)


def hang_replies(job: Job, writer: Writer) -> None:
    """Set the parent of every reply; one whose parent is missing stays at the top, reported.

    Comments without a post are listed on the way.
    """
    for batch in job.store.batches([RecordKind.COMMENT], outcomes=_LOOKED_AT):
        with writer.batch():
            _hang_batch(job, writer, batch)


def _hang_batch(job: Job, writer: Writer, batch: Iterable[Row]) -> None:
    answers: dict[int, int | None] = {}
    for row in batch:
        if row.target_id is None:
            job.notes.add("unattached", f"comment {row.source_id} on {row.belongs_to or '?'}")
        elif row.answers:
            answers[row.target_id] = _parent(job, row)
    now = writer.parents(answers)
    for comment_id, parent_id in answers.items():
        if parent_id is not None and now.get(comment_id) != parent_id:
            _hang(job, writer, comment_id, parent_id)


def _hang(job: Job, writer: Writer, comment_id: int, parent_id: int) -> None:
    try:
        writer.hang(comment_id, parent_id)
    except archive.ParentLoop:
        # Earlier imports hung it the other way round, and theirs stays.
        job.notes.add("missing_parents", f"comment {comment_id} here: its parent answers it")


def _parent(job: Job, row: Row) -> int | None:
    parent = job.store.find(RecordKind.COMMENT, row.answers)
    if parent is not None and (parent.belongs_to != row.belongs_to or _leads_back(job, row)):
        parent_id = None
    elif parent is not None:
        parent_id = parent.target_id
    else:
        parent_id = job.ledger.target_id([RecordKind.COMMENT], row.answers)
    if parent_id is None:
        job.notes.add("missing_parents", f"comment {row.source_id} answers {row.answers}")
    else:
        job.notes.add("replies", f"comment {row.source_id}")
    return parent_id


def _leads_back(job: Job, row: Row) -> bool:
    """Whether the comments above this one lead back to itself."""
    seen: set[str] = set()
    above: Row | None = row
    while above and above.answers and above.answers not in seen:
        if above.answers == row.source_id:
            return True
        seen.add(above.answers)
        above = job.store.find(RecordKind.COMMENT, above.answers)
    return False
