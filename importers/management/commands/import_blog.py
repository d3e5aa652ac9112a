"""`manage.py import_blog FILE`: brings another blog in. docs/import.md tells how to use it."""

import json
import logging
import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from importers.formats import AUTOMATIC, FORMATS
from importers.options import ImportOptions, OnConflict
from importers.progress import LOG_SECONDS, TERMINAL_SECONDS, Progress
from importers.refusals import ImportRefused, IncompleteReport
from importers.report import EXIT_INTERRUPTED, EXIT_PARTIAL, EXIT_REFUSED, Report
from importers.run import run_import
from importers.summary import summary


class Command(BaseCommand):
    """Imports a blog. Exit status: 0 all of it, 1 refused, 2 partly, 3 interrupted."""

    help = "Imports the export of another blog: posts, pages, comments, old addresses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options of docs/import.md."""
        names = [AUTOMATIC, *(known.name for known in FORMATS)]
        add = parser.add_argument
        add("source", type=Path, help="the export's file")
        add("--format", choices=names, default=AUTOMATIC, help="told by the file itself")
        add("--into", default="", metavar="INDEX", help="a blog index, by number or slug")
        add(
            "--media",
            type=Path,
            nargs="+",
            default=[],
            metavar="DIR_OR_ZIP",
            help="where the pictures of the posts are",
        )
        add("--dry-run", action="store_true", help="say what would be done and do nothing")
        add("--report", type=Path, metavar="FILE.json", help="write the whole report there")
        add(
            "--on-conflict",
            choices=[choice.value for choice in OnConflict],
            default=OnConflict.KEEP.value,
            help="what changed there and here: keep ours (default), or update to theirs",
        )
        add("--limit", type=int, metavar="N", help="only the N oldest posts and pages")
        add(
            "--host-map",
            type=_pair,
            nargs="+",
            default=[],
            metavar="OLD=NEW",
            help="another name under which the old blog links to itself",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Run, write the report, and leave with the exit status that it says."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        logging.getLogger("wagtail").setLevel(logging.WARNING)  # it has a line for every page
        try:
            _refuse_unwritable(options["report"])
            report = self._run(options)
        except ImportRefused as refusal:
            self._leave(str(refusal), EXIT_REFUSED)
        except IncompleteReport as mistake:
            self._leave(_("The figures do not add up: %s") % mistake, EXIT_PARTIAL)
        except KeyboardInterrupt:
            self._leave(_("Interrupted. Run the same command again to go on."), EXIT_INTERRUPTED)
        except (DatabaseError, OSError) as trouble:
            words = _("Stopped: %s. Run the same command again to go on.")
            self._leave(words % trouble, EXIT_INTERRUPTED)
        self._tell(report, options["report"])

    def _run(self, options: dict[str, Any]) -> Report:  # Any: Django's own
        return run_import(
            options["source"],
            _import_options(options),
            progress=self._progress(),
            clock=timezone.now,
        )

    def _tell(self, report: Report, path: Path | None) -> None:
        if path:
            path.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
        self.stdout.write(summary(report))
        if report["exit"]:
            sys.exit(report["exit"])

    def _leave(self, words: str, status: int) -> NoReturn:
        self.stderr.write(words)
        sys.exit(status)

    def _progress(self) -> Progress:
        interval = TERMINAL_SECONDS if self.stderr.isatty() else LOG_SECONDS
        return Progress(self.stderr.write, interval=interval, clock=time.monotonic)


def _refuse_unwritable(path: Path | None) -> None:
    if path and not path.parent.is_dir():
        raise ImportRefused(_("There is no folder for the report %(name)s.") % {"name": path})


def _import_options(options: dict[str, Any]) -> ImportOptions:  # Any: Django's own
    return ImportOptions(
        format=options["format"],
        into=options["into"],
        media=tuple(options["media"]),
        is_rehearsal=options["dry_run"],
        on_conflict=OnConflict(options["on_conflict"]),
        limit=options["limit"],
        host_map=dict(options["host_map"]),
    )


def _pair(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not (old and equals and new):
        raise ArgumentTypeError(_("write OLD=NEW"))
    return old, new
