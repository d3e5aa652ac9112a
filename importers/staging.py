"""The first phase: read the file once, from front to back, and stage every record in it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from lxml import etree

from importers import records
from importers.formats.contract import Format
from importers.models import RecordKind
from importers.notes import Notes
from importers.reading.repairs import Complaint, Repairs
from importers.reading.source_file import SourceFile
from importers.records import (
    Origin,
    SourceComment,
    SourceFault,
    SourceItem,
    SourceOther,
    SourceRecord,
    SourceSetting,
)
from importers.store import Entry, Outcome, Store

ITEM_KINDS = (RecordKind.POST.value, RecordKind.PAGE.value)


@dataclass
class Staged:
    """What the file holds beside the records in the store."""

    origin: Origin = field(default_factory=lambda: Origin(source=""))
    settings: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    item_status: Counter[str] = field(default_factory=Counter)
    utc_offsets: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)


def stage(
    source: SourceFile, chosen: Format, *, store: Store, notes: Notes, now: datetime
) -> Staged:
    """Fill the store. Where the file is damaged, begin again with one more repair.

    Raises ImportRefused where no repair helps.
    """
    repairs = Repairs()
    while True:
        staged = Staged()
        try:
            for record in chosen.read(source, repairs, notes):
                _take(record, staged, store, now)
        except etree.XMLSyntaxError as error:
            repairs = repairs.next_step(cast("Complaint", error))
            store.clear()
            notes.clear()
        else:
            break
    for double in store.settle_doubles():
        notes.add("duplicates", f"{double.kind} {double.source_id}")
    return staged


def _take(record: SourceRecord, staged: Staged, store: Store, now: datetime) -> None:
    match record:
        case SourceItem():
            _count_item(record, staged, now)
            store.add(_item_entry(record, now))
        case SourceComment():
            staged.utc_offsets[record.utc_offset] += 1
            store.add(_comment_entry(record))
        case SourceFault():
            store.add(_fault_entry(record))
        case SourceSetting():
            staged.settings[record.name] = record.value
            store.add(_left_behind("setting", "settings are only proposed"))
        case SourceOther():
            staged.others[record.what] += 1
            store.add(_left_behind("other", f"{record.what} has no place here"))
        case Origin():
            staged.origin = record


def _item_entry(item: SourceItem, now: datetime) -> Entry:
    changed_at = item.updated_at or item.published_at
    return Entry(
        kind=item.kind,
        source_id=item.source_id,
        said_at=item.published_at.isoformat(),
        # The newest wording; of two of one moment the one that is not public.
        preference=f"{changed_at.isoformat()} {item.status == records.ItemStatus.DRAFT:d}",
        fingerprint=records.fingerprint(item),
        standing=item.status_on(now),
        payload=records.to_json(item),
    )


def _comment_entry(comment: SourceComment) -> Entry:
    changed_at = comment.edited_at or comment.created_at
    return Entry(
        kind=comment.kind,
        source_id=comment.source_id,
        said_at=comment.created_at.isoformat(),
        # What was removed once stays removed, whatever an older copy in the file says.
        preference=f"{comment.is_removed:d} {changed_at.isoformat()}",
        fingerprint=records.fingerprint(comment),
        standing=comment.status,
        belongs_to=comment.post_id,
        answers=comment.parent_id,
        payload=records.to_json(comment),
    )


def _fault_entry(fault: SourceFault) -> Entry:
    # Without a number: a damaged copy must not push aside a sound one.
    message = f"{fault.kind} {fault.source_id}: {fault.reason}"
    return Entry(kind=fault.kind, source_id="", outcome=Outcome.FAILED, message=message)


def _left_behind(kind: str, message: str) -> Entry:
    return Entry(kind=kind, source_id="", outcome=Outcome.SKIPPED, message=message)


def _count_item(item: SourceItem, staged: Staged, now: datetime) -> None:
    status = item.status_on(now)
    staged.item_status[f"{item.kind}:{_STAGED_STATUS.get(status, status)}"] += 1
    staged.utc_offsets[item.utc_offset] += 1
    staged.counts["label_links"] += len(item.labels)
    staged.counts["items_without_url"] += not item.old_url
    staged.counts["empty_titles"] += not item.title


# The word that the exports themselves use.
_STAGED_STATUS = {records.ItemStatus.PUBLISHED: "live"}
