"""One import from beginning to end: stage, resolve, apply, report."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from importers import formats
from importers.applying import apply
from importers.applying.rehearsal import Rehearsal
from importers.applying.writer import Writer
from importers.destination import find_destination
from importers.formats.contract import Format
from importers.job import Job
from importers.ledger import Ledger
from importers.media.shelf import MediaShelf
from importers.models import ImportRun
from importers.notes import Notes
from importers.options import ImportOptions
from importers.progress import Progress
from importers.reading.source_file import SourceFile
from importers.refusals import ImportRefused
from importers.report import Report, make_report
from importers.resolving import resolve
from importers.staging import ITEM_KINDS, Staged, stage
from importers.store import Store

Clock = Callable[[], datetime]


def run_import(path: Path, options: ImportOptions, *, progress: Progress, clock: Clock) -> Report:
    """Import the file, or rehearse it, and return the report.

    Raises ImportRefused where nothing can be done and nothing was. A run that is killed is
    continued by the same call: what is in the ledger is not done again.
    """
    now = clock()
    source = SourceFile(path, on_read=lambda done: progress.tell("reading", done, source.size))
    chosen = formats.choose(options.format, source.head())
    destination = find_destination(options.into)
    notes = Notes()
    media = MediaShelf(options.media, report=lambda text: notes.add("media_unsafe", text))
    with Store() as store:
        staged = stage(source, chosen, store=store, notes=notes, now=now)
        _refuse_without_origin(staged, store)
        run = None if options.is_rehearsal else _begin(source, chosen, staged, now)
        ledger = Ledger(staged.origin.source, run)
        writer_type = Rehearsal if options.is_rehearsal else Writer
        job = Job(
            store=store,
            staged=staged,
            notes=notes,
            ledger=ledger,
            destination=destination,
            options=options,
            media=media,
            progress=progress,
            now=now,
        )
        resolve(job)
        apply(job, writer_type(destination, ledger))
        report = _heading(source, chosen, now) | make_report(job)
    if run is not None:
        run.report, run.finished_at = report, clock()
        run.save()
    return report


def _refuse_without_origin(staged: Staged, store: Store) -> None:
    if not staged.origin.source and store.count(ITEM_KINDS, outcomes=[""]):
        raise ImportRefused(_("The export does not say which blog it is of."))


def _begin(source: SourceFile, chosen: Format, staged: Staged, now: datetime) -> ImportRun:
    return ImportRun.objects.create(
        started_at=now,
        file_name=source.name[:255],
        file_sha256=source.sha256(),
        format=chosen.name,
        source=staged.origin.source,
    )


def _heading(source: SourceFile, chosen: Format, now: datetime) -> Report:
    return {
        "file": source.name,
        "sha256": source.sha256(),
        "format": chosen.name,
        "started_at": now.isoformat(),
    }
