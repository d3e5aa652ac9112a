"""The steps of the third phase, one function each."""

from wagtail.models import Page

from importers.applying.batches import each
from importers.applying.bodies import words_of
from importers.applying.writer import Writer
from importers.job import Job
from importers.models import RecordKind, RecordState
from importers.records import ItemStatus, SourceAuthor, comment_from_json, item_from_json
from importers.resolving.derived import shortened
from importers.resolving.items import DELETED_HERE, MISSES_IMAGES, title_of
from importers.staging import ITEM_KINDS
from importers.store import Outcome, Row

ADDRESS_LISTS: dict[str, str] = {
    RecordState.TAKEN: "redirects_active",
    RecordState.WAITING: "redirects_waiting",
    RecordState.IN_USE: "redirects_in_use_here",
}
PROFILE = "profile:"


def make_names(job: Job, writer: Writer) -> None:
    """Authors and topics."""
    each(job, writer, [RecordKind.AUTHOR, RecordKind.TERM], _make_name, step="names")


def _make_name(job: Job, writer: Writer, row: Row) -> None:
    target_id = writer.name(row, job.store.payload(row))
    job.store.note(row, target_id=target_id, is_done=1)


def place_items(job: Job, writer: Writer) -> None:
    """A page for every post and page that has none."""
    each(job, writer, ITEM_KINDS, _place, step="places")


def _place(job: Job, writer: Writer, row: Row) -> None:
    if row.target_id is None:
        title, _is_generated = title_of(item_from_json(job.store.payload(row)))
        target_id, record_id = writer.place(row, title)
        job.store.note(row, target_id=target_id, record_id=record_id)


def fill_items(job: Job, writer: Writer) -> None:
    """Bodies, bylines, topics, publication."""
    each(job, writer, ITEM_KINDS, _fill, step="posts and pages")


def _fill(job: Job, writer: Writer, row: Row) -> None:
    assert row.target_id is not None  # noqa: S101  (for the type checker: the step before gave it)
    words = words_of(job, writer, row)
    if row.outcome == Outcome.CREATED:
        writer.fill(row, row.target_id, words)
    elif row.message == MISSES_IMAGES and writer.has_body(row, row.target_id, words):
        job.store.note(row, outcome=Outcome.UNCHANGED)
    else:
        writer.rewrite(row, row.target_id, words)
    job.store.note(row, is_done=1)


def bring_comments(job: Job, writer: Writer) -> None:
    """Comments, each for itself."""
    each(job, writer, [RecordKind.COMMENT], _bring, step="comments")


def _bring(job: Job, writer: Writer, row: Row) -> None:
    comment = comment_from_json(job.store.payload(row))
    page_id = _page_of(job, row)
    is_author = _is_blogs_author(job, comment.author)
    if page_id is None:
        writer.keep_comment(row, comment)
    elif row.target_id is None:
        target_id = writer.comment(row, comment, page_id, is_author=is_author)
        job.store.note(row, target_id=target_id)
    else:
        writer.rewrite_comment(row, comment, page_id, is_author=is_author)
    job.store.note(row, is_done=1)


def _page_of(job: Job, row: Row) -> int | None:
    for kind in ITEM_KINDS:
        if post := job.store.find(kind, row.belongs_to):
            return post.target_id
    return job.ledger.target_id(ITEM_KINDS, row.belongs_to)


def _is_blogs_author(job: Job, author: SourceAuthor) -> bool:
    """By the profile alone: a name can be anybody's."""
    key = shortened(author.key)
    return key.startswith(PROFILE) and job.store.find(RecordKind.AUTHOR, key) is not None


def open_addresses(job: Job, writer: Writer) -> None:
    """Old addresses of public pages lead here from now on, the others once theirs is public."""
    each(job, writer, [RecordKind.REDIRECT], _open, step="old addresses")
    for batch in job.store.batches([RecordKind.REDIRECT], outcomes=list(Outcome)):
        for row in batch:
            job.notes.add(ADDRESS_LISTS.get(row.message, "redirects_left_out"), row.source_id)


def _open(job: Job, writer: Writer, row: Row) -> None:
    kind, _space, source_id = row.belongs_to.partition(" ")
    item = job.store.find(kind, source_id)
    if item is None or item.target_id is None:
        job.store.note(row, outcome=Outcome.SKIPPED, message="its page is not here", is_done=1)
        return
    state = writer.open_address(row, item.target_id, is_public=_is_public(item, item.target_id))
    job.store.note(row, message=state, is_done=1)


def _is_public(item: Row, page_id: int) -> bool:
    if item.outcome == Outcome.CREATED:
        return item.standing == ItemStatus.PUBLISHED
    return bool(Page.objects.live().filter(pk=page_id).exists())


def mark_deleted(job: Job, writer: Writer) -> None:
    """What was deleted here is remembered as deleted, and so never comes back."""
    for batch in job.store.batches(list(RecordKind), outcomes=[Outcome.SKIPPED]):
        with writer.batch():
            writer.mark_deleted([row for row in batch if row.message == DELETED_HERE])
