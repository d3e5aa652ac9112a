"""What becomes of authors and topics. Topics that differ in case alone are one."""

from collections.abc import Iterable

from blog.models import Author, Topic
from importers.job import Job
from importers.models import ImportRecord, RecordKind
from importers.resolving.items import DELETED_HERE
from importers.store import Outcome, Row

_MODELS = {RecordKind.AUTHOR.value: Author, RecordKind.TERM.value: Topic}


def decide_names(job: Job) -> None:
    """Set the outcome of every author and topic."""
    first_spellings: dict[str, str] = {}
    for kind in _MODELS:
        for batch in job.store.batches([kind], outcomes=[""]):
            records = job.ledger.records(batch)
            here = _here(kind, records.values())
            for row in batch:
                record = records.get((row.kind, row.source_id))
                if record is not None:
                    _decide_known(job, row, record, here)
                elif row.belongs_to in first_spellings:
                    _merge(job, row, first_spellings[row.belongs_to])
                else:
                    job.store.note(row, outcome=Outcome.CREATED)
                if row.belongs_to:
                    first_spellings.setdefault(row.belongs_to, row.source_id)


def _here(kind: str, records: Iterable[ImportRecord]) -> set[int]:
    targets = [record.target_id for record in records]
    return set(_MODELS[kind].objects.filter(pk__in=targets).values_list("pk", flat=True))


def _decide_known(job: Job, row: Row, record: ImportRecord, here: set[int]) -> None:
    if record.target_id in here:
        job.store.note(row, outcome=Outcome.UNCHANGED, is_done=1, target_id=record.target_id)
    else:
        job.store.note(row, outcome=Outcome.SKIPPED, is_done=1, message=DELETED_HERE)


def _merge(job: Job, row: Row, first: str) -> None:
    job.notes.add("tag_merges", f"{row.source_id} → {first}")
    job.store.note(row, outcome=Outcome.SKIPPED, is_done=1, answers=first, message="merged")
