"""`manage.py transparency rebuild|verify`: the public report, made again from the log."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments import transparency
from comments.transparency.formats import as_json


class Command(BaseCommand):
    """Counts the whole log, to keep the figures or to compare them with those that are kept."""

    help = (
        "rebuild: counts the whole log anew. verify: does the same, keeps nothing, and compares "
        "what /transparency.json says with what it should say, byte for byte; the status is 1 "
        "when they differ."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One word."""
        parser.add_argument("what", choices=["rebuild", "verify"])

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Says how many months there are, or that the report is right."""
        if options["what"] == "rebuild":
            self.stdout.write(f"{transparency.rebuild()} months counted from the log")
            return
        kept, counted = transparency.kept(), transparency.recounted()
        wrong = [one.month for one, other in zip(kept, counted, strict=True) if one != other]
        if wrong or _report(kept) != _report(counted):
            months = ", ".join(f"{month:%Y-%m}" for month in wrong)
            raise CommandError(f"The log says otherwise for {months}. Rebuild the report.")
        size = len(_report(kept))
        self.stdout.write(f"{len(kept)} months, {size} bytes: the report is what the log says")


def _report(months: list[transparency.Counted]) -> bytes:
    return as_json(transparency.publication(months), time_zone=settings.TIME_ZONE)
