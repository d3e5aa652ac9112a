"""`manage.py verify_log`: whether the moderation log is as it was sealed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments import seals
from comments.models import Seal
from comments.seals.verifying import Checked


class Command(BaseCommand):
    """Names every event that was edited, taken out or put in, and every broken seal."""

    help = (
        "Reads the whole moderation log beside its seals. Writes a line for everything that is "
        "not as it was sealed, with its table and number; the status is then 1. With --published "
        "it also looks for a seal that somebody has noted from /transparency/: who makes the "
        "whole chain anew cannot make that one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """A seal from outside, as often as wanted."""
        parser.add_argument(
            "--published", action="append", default=[], metavar="SEAL", help="64 hexadecimal digits"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Writes what is wrong, or that nothing is."""
        checked, problems = Checked(), 0
        for problem in seals.verify(checked=checked):
            self.stdout.write(str(problem))
            problems += 1
        for digest in options["published"]:
            if not Seal.objects.filter(digest=digest.strip().lower()).exists():
                self.stdout.write(f"seal {digest} was published and is not there")
                problems += 1
        if problems:
            raise CommandError(f"{problems} found. The log is not as it was sealed.")
        newest = seals.newest()
        end = f"; newest seal {newest.number}: {newest.digest}" if newest else ""
        self.stdout.write(
            f"{checked.events} events in {checked.seals} seals are as they were sealed{end}"
        )
