"""`manage.py restore`: brings a backup back into an empty place."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from operations import backups


class Command(BaseCommand):
    """Says what was checked, what came back, and what is left to do."""

    help = (
        "Checks a backup that `backup` made, and restores it into a data folder and a database in "
        "which nothing is. Name them by DATA_DIR and DATABASE_URL, as for script/server."
    )
    requires_system_checks: list[str] = []  # nothing is there yet to be checked

    def add_arguments(self, parser: CommandParser) -> None:
        """Which backup."""
        parser.add_argument("backup", type=Path, help="a folder broadside-YYYYmmdd-HHMMSS")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Restores all of it or nothing."""
        try:
            backups.restore(options["backup"].resolve(), say=self.stdout.write)
        except backups.BackupFailed as problem:
            raise CommandError(str(problem)) from problem
        except Error as problem:
            raise CommandError(f"the database cannot be used: {problem}") from problem
        self.stdout.write("Restored. Start it with script/server, with the same settings")
