"""From a staged post or page to the words it is to have here."""

from importers.applying.surroundings import JobSurroundings
from importers.applying.words import PageWords, raw_blocks
from importers.applying.writer import Writer
from importers.bodies.reader import read_body
from importers.bodies.sanitise import removed_elements
from importers.job import Job
from importers.models import RecordKind
from importers.records import ItemStatus, SourceItem, item_from_json
from importers.resolving.derived import shortened
from importers.resolving.items import title_of
from importers.store import Row

COMMENTS_SETTING = "BLOG_COMMENTS_ALLOWED"


def words_of(job: Job, writer: Writer, row: Row) -> PageWords:
    """The title, blocks, byline and topics of a post or page; losses are noted."""
    item = item_from_json(job.store.payload(row))
    title, is_generated = title_of(item)
    blocks = read_body(item.body_html, JobSurroundings(job, writer, row))
    _note_losses(job, row, item, title)
    return PageWords(
        item=item,
        status=ItemStatus(row.standing),
        title=title,
        is_title_generated=is_generated,
        blocks=raw_blocks(blocks, of=f"{job.staged.origin.source} {row.kind} {row.source_id}"),
        author_ids=_author_ids(job, item),
        topic_ids=_topic_ids(job, item),
        comments_open=_are_comments_open(job, row, item),
    )


def _author_ids(job: Job, item: SourceItem) -> list[int]:
    if item.author is None:
        return []
    row = job.store.find(RecordKind.AUTHOR, shortened(item.author.key))
    return [row.target_id] if row and row.target_id is not None else []


def _topic_ids(job: Job, item: SourceItem) -> list[int]:
    rows = [job.store.find(RecordKind.TERM, shortened(label)) for label in item.labels]
    firsts = [job.store.find(row.kind, row.answers or row.source_id) for row in rows if row]
    found = [row.target_id for row in firsts if row and row.target_id is not None]
    return list(dict.fromkeys(found))


def _are_comments_open(job: Job, row: Row, item: SourceItem) -> bool:
    """As the post says; where it does not, as the old blog had it for all."""
    if item.comments_open is not None:
        return item.comments_open
    job.notes.add("comments_open_by_default", f"{row.kind} {row.source_id}")
    return job.staged.settings.get(COMMENTS_SETTING, "true").lower() != "false"


def _note_losses(job: Job, row: Row, item: SourceItem, title: str) -> None:
    name = f"{row.kind} {row.source_id}"
    for element, times in sorted(removed_elements(item.body_html).items()):
        job.notes.add("removed_html", f"{name}: <{element}> {times} times")
    if item.title and item.title != title:
        job.notes.add("titles_cut", name)
    counted = job.store.count_below(RecordKind.COMMENT, row.source_id)
    if item.declared_comments not in (None, counted):
        job.notes.add(
            "comment_totals", f"{name}: says {item.declared_comments}, {counted} in the file"
        )
