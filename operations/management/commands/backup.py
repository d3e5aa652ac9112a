"""`manage.py backup`: copies the whole newsroom while it serves."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error
from django.utils import timezone

from operations import backups
from operations.backups.keeping import keep_newest


class Command(BaseCommand):
    """Says where the backup is, and which older ones went."""

    help = (
        "Copies the database, the media folder, the secret key and the look of the newsroom into "
        "a new folder, while the newsroom serves. Whoever has the copy has everything: keep it as "
        "secret as the newsroom's own data folder."
    )
    requires_system_checks: list[str] = []  # a copy of a newsroom in trouble is better than none

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how many to keep there."""
        parser.add_argument(
            "destination",
            nargs="?",
            type=Path,
            default=settings.BACKUP_DIR,
            help="the folder in which the backup gets a folder of its own (BACKUP_DIR)",
        )
        parser.add_argument(
            "--keep",
            type=_one_or_more,
            metavar="N",
            help="afterwards delete all complete backups there but the newest N",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Makes the backup first, so that a failing one deletes none."""
        destination = options["destination"]
        try:
            made = backups.take(destination, now=timezone.now(), say=self.stdout.write)
            self.stdout.write(f"Backup complete: {made}")
            if options["keep"]:
                for old in keep_newest(destination, number=options["keep"]):
                    self.stdout.write(f"Deleted: {old}")
        except backups.BackupFailed as problem:
            raise CommandError(str(problem)) from problem
        except Error as problem:
            raise CommandError(f"the database cannot be read: {problem}") from problem


def _one_or_more(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a number from 1, not {text!r}")
    return int(text)
