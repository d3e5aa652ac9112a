"""What becomes of posts and pages, and the slugs of those that are new here."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.utils.text import slugify
from wagtail.models import Page

from blog.archives.addresses import is_taken
from blog.own_address import leads_elsewhere
from importers.bodies.sanitise import plain_text
from importers.job import Job
from importers.models import ImportRecord, RecordState
from importers.options import OnConflict
from importers.records import ItemStatus, SourceItem, item_from_json
from importers.staging import ITEM_KINDS
from importers.store import Outcome, Row

DELETED_HERE = "deleted here"
MISSES_IMAGES = "some of its images are missing"
CHANGED_HERE = "changed here since the last import, kept"
GENERATED_TITLE_CHARACTERS = 60
LONGEST_SLUG = 200  # of 255, which leaves room for the number of a double

_PAGE_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)

Plan = tuple[Outcome, str]


def decide_items(job: Job) -> None:
    """Set outcome, page and slug of every post and page that has no outcome yet."""
    shelf = SlugShelf(job)
    for batch in job.store.batches(ITEM_KINDS, outcomes=[""]):
        records = job.ledger.records(batch)
        pages = Page.objects.in_bulk([record.target_id for record in records.values()])
        for row in batch:
            record = records.get((row.kind, row.source_id))
            page = pages.get(record.target_id) if record else None
            outcome, message = _plan(job, row, record, page)
            _note_differences(job, row, page, message)
            job.store.note(
                row,
                outcome=outcome,
                message=message,
                is_done=int(outcome in (Outcome.UNCHANGED, Outcome.SKIPPED)),
                target_id=page.pk if page else None,
                record_id=record.pk if record else None,
                slug="" if record else shelf.take(row),
            )


def _plan(job: Job, row: Row, record: ImportRecord | None, page: Page | None) -> Plan:
    if record is None:
        return Outcome.CREATED, ""
    if page is None:
        return Outcome.SKIPPED, DELETED_HERE
    if record.state == RecordState.PLACED:
        return Outcome.CREATED, ""
    looks_for_images = bool(job.options.media) and record.message == MISSES_IMAGES
    if record.content_hash == row.fingerprint and not looks_for_images:
        return Outcome.UNCHANGED, ""
    is_edited = page.latest_revision_id != record.revision_id
    if is_edited and job.options.on_conflict == OnConflict.KEEP:
        return Outcome.SKIPPED, CHANGED_HERE
    return Outcome.UPDATED, MISSES_IMAGES if record.content_hash == row.fingerprint else ""


def _note_differences(job: Job, row: Row, page: Page | None, message: str) -> None:
    name = f"{row.kind} {row.source_id}"
    if message in (DELETED_HERE, CHANGED_HERE):
        job.notes.add("kept", f"{name}: {message}")
    if page is not None and page.live != (row.standing == ItemStatus.PUBLISHED):
        job.notes.add("public_in_one_place_only", f"{name}: {row.standing} in the old blog")


def title_of(item: SourceItem) -> tuple[str, bool]:
    """The title, and whether it had to be made from the first words of the body."""
    limit = Page._meta.get_field("title").max_length
    if item.title:
        return item.title[:limit], False
    words = plain_text(item.body_html)[:GENERATED_TITLE_CHARACTERS].strip()
    return words or f"{item.kind} {item.source_id}", True


class SlugShelf:
    """Gives out slugs, each once below each parent; what stands here already keeps its own."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._taken: dict[int, set[str]] = {}

    def take(self, row: Row) -> str:
        """The slug for a new page; one that had to be changed is reported."""
        item = item_from_json(self._job.store.payload(row))
        parent = self._job.destination.parent_of(row.kind)
        taken = self._taken_below(parent)
        wanted = slug = wanted_slug(item)
        number = 1
        while slug in taken or _has_another_meaning(slug, row.kind, parent):
            number += 1
            slug = f"{wanted}-{number}"
        if slug != wanted:
            self._job.notes.add("slug_changes", f"{row.kind} {row.source_id}: {wanted} → {slug}")
        taken.add(slug)
        return slug

    def _taken_below(self, parent: Page) -> set[str]:
        if parent.pk not in self._taken:
            slugs: Mapping[str, str] = parent.get_children().values_list("slug", flat=True)
            self._taken[parent.pk] = set(slugs)
        return self._taken[parent.pk]


def _has_another_meaning(slug: str, kind: str, parent: Page) -> bool:
    return (kind == "post" and is_taken(slug)) or leads_elsewhere(slug, below=parent)


def wanted_slug(item: SourceItem) -> str:
    """The last part of the old address, else one made from the title, else kind and number."""
    parts = urlsplit(item.old_url)
    last = "" if parts.query else _PAGE_ENDING.sub("", PurePosixPath(unquote(parts.path)).name)
    title, _is_generated = title_of(item)
    slugs = (
        slugify(unicodedata.normalize("NFC", text), allow_unicode=True) for text in (last, title)
    )
    return next((slug for slug in slugs if slug), f"{item.kind}-{item.source_id}")[:LONGEST_SLUG]
