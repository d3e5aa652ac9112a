"""The third phase: write what was decided, step by step, 200 records at a time."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError

from importers.applying.writer import Writer
from importers.job import Job
from importers.store import WRITTEN, Outcome, Row

Act = Callable[[Job, Writer, Row], None]

# What one damaged record may raise; anything else is our mistake, or the database's, and ends
# the run.
RECORD_ERRORS = (ValidationError, DataError, IntegrityError, ValueError)


def each(job: Job, writer: Writer, kinds: Iterable[str], act: Act, *, step: str) -> None:
    """Do `act` for every row of these kinds that is to be written, in order, batch by batch."""
    kinds = list(kinds)
    total = job.store.count(kinds, outcomes=WRITTEN)
    done = 0
    for batch in job.store.batches(kinds, outcomes=WRITTEN):
        with writer.batch():
            for row in batch:
                _try(job, writer, row, act)
        done += len(batch)
        job.progress.tell(step, done, total)


def _try(job: Job, writer: Writer, row: Row, act: Act) -> None:
    try:
        with writer.record():
            act(job, writer, row)
    except RECORD_ERRORS as error:
        # The kind of error alone: its text may quote the body.
        reason = type(error).__name__
        job.store.note(row, outcome=Outcome.FAILED, message=reason, is_done=1)
        job.notes.add("failed", f"{row.kind} {row.source_id}: {reason}")
