"""The third phase: write what was decided."""

from importers.applying import steps
from importers.applying.indexing import without_index_tasks
from importers.applying.replies import hang_replies
from importers.applying.writer import Writer
from importers.job import Job
from importers.models import RecordKind

STEPS = (
    steps.make_names,
    steps.place_items,  # every page has its number before any body links to it
    steps.fill_items,
    steps.bring_comments,
    hang_replies,  # every comment has its number before any reply names it
    steps.open_addresses,
    steps.mark_deleted,
)


def apply(job: Job, writer: Writer) -> None:
    """All steps, one after the other; a killed run begins with the first again."""
    models = [job.destination.model_of(kind) for kind in (RecordKind.POST, RecordKind.PAGE)]
    with without_index_tasks(*models):
        for step in STEPS:
            step(job, writer)
