"""Records that posts and pages carry within them: their authors, topics and old addresses."""

import hashlib
import unicodedata

from importers.bodies.links import old_path
from importers.job import Job
from importers.models import RecordKind
from importers.records import SourceItem, item_from_json
from importers.staging import ITEM_KINDS
from importers.store import Entry, Outcome, Row

BEYOND_LIMIT = "beyond the limit of this run"
LONGEST_KEY = 255

_DECIDED = ("", Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.SKIPPED)


def leave_out_beyond_limit(job: Job) -> None:
    """With `--limit`, skip all posts and pages but the oldest ones."""
    if job.options.limit is None:
        return
    seen = 0
    for batch in job.store.batches(ITEM_KINDS, outcomes=[""]):
        for row in batch:
            seen += 1
            if seen > job.options.limit:
                job.store.note(row, outcome=Outcome.SKIPPED, message=BEYOND_LIMIT, is_done=1)


def stage_derived(job: Job) -> None:
    """Stage the author, topics and address of every post and page, the oldest first."""
    for batch in job.store.batches(ITEM_KINDS, outcomes=_DECIDED):
        for row in batch:
            if not _is_left_out(row):
                _stage(job, row, item_from_json(job.store.payload(row)))


def _is_left_out(row: Row) -> bool:
    return row.outcome == Outcome.SKIPPED and row.target_id is None


def _stage(job: Job, row: Row, item: SourceItem) -> None:
    said_at = item.published_at.isoformat()
    if item.author and item.author.name:
        key = shortened(item.author.key)
        job.store.add_once(
            Entry(
                kind=RecordKind.AUTHOR,
                source_id=key,
                said_at=said_at,
                standing=item.author.url,
                payload=item.author.name,
            )
        )
    for label in item.labels:
        entry = Entry(
            kind=RecordKind.TERM,
            source_id=shortened(label),
            said_at=said_at,
            belongs_to=topic_key(label),
            payload=label,
        )
        job.store.add_once(entry)
    if item.old_url:
        _stage_address(job, row, item, said_at)


def _stage_address(job: Job, row: Row, item: SourceItem, said_at: str) -> None:
    path = old_path(item.old_url)
    if len(path) > LONGEST_KEY:
        job.notes.add("addresses_too_long", f"{row.kind} {row.source_id}")
        return
    entry = Entry(
        kind=RecordKind.REDIRECT, source_id=path, said_at=said_at, belongs_to=item_key(row)
    )
    if not job.store.add_once(entry):
        job.notes.add("addresses_shared", f"{path}: {row.kind} {row.source_id}")


def item_key(row: Row) -> str:
    """By what an address names its post or page."""
    return f"{row.kind} {row.source_id}"


def topic_key(label: str) -> str:
    """What labels that differ in case alone have in common."""
    return unicodedata.normalize("NFC", label).casefold()


def shortened(key: str) -> str:
    """The key, or its digest where the ledger has no room for it."""
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()
