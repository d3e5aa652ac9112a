"""What becomes of old addresses."""

from importers.job import Job
from importers.models import RecordKind
from importers.store import Outcome


def decide_addresses(job: Job) -> None:
    """What is known is left to this newsroom; what is new is opened once its page is public."""
    for batch in job.store.batches([RecordKind.REDIRECT], outcomes=[""]):
        records = job.ledger.records(batch)
        for row in batch:
            record = records.get((row.kind, row.source_id))
            if record is None:
                job.store.note(row, outcome=Outcome.CREATED)
                continue
            job.store.note(row, outcome=Outcome.UNCHANGED, is_done=1, message=record.state)
