"""The second phase: decide what becomes of every staged record. Nothing is written here."""

from importers.job import Job
from importers.resolving.addresses import decide_addresses
from importers.resolving.comments import decide_comments
from importers.resolving.derived import leave_out_beyond_limit, stage_derived
from importers.resolving.items import decide_items
from importers.resolving.names import decide_names


def resolve(job: Job) -> None:
    """Order matters: comments and addresses ask what becomes of their posts."""
    job.store.put_in_order()
    leave_out_beyond_limit(job)
    decide_items(job)
    stage_derived(job)
    job.store.put_in_order()
    decide_names(job)
    decide_comments(job)
    decide_addresses(job)
