"""`manage.py doctor`: looks the newsroom over, and says what to do about what is wrong."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from operations import doctor


class Command(BaseCommand):
    """A line for each check, a second one with the remedy; status 1 if there is a fault."""

    help = (
        "Looks at database, data folder, address, keys, worker, mail and backups, and changes "
        "nothing. A FAULT makes the status 1; a warning does not."
    )
    requires_system_checks: list[str] = []  # what is wrong is what it is asked for

    def add_arguments(self, parser: CommandParser) -> None:
        """For people, or for programs."""
        parser.add_argument("--json", action="store_true", help="a list of objects, for programs")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Says each as soon as it is known."""
        examined = []
        for each in doctor.examine():
            examined.append(each)
            if not options["json"]:
                self._say(each)
        if options["json"]:
            self.stdout.write(_as_json(examined))
        faults = sum(each.finding.grade == doctor.Grade.FAULT for each in examined)
        if not options["json"]:
            warnings = sum(each.finding.grade == doctor.Grade.WARNING for each in examined)
            self.stdout.write(f"{len(examined)} checks, {faults} faults, {warnings} warnings")
        if faults:
            raise SystemExit(1)

    def _say(self, examined: doctor.Examined) -> None:
        finding = examined.finding
        self.stdout.write(f"{finding.grade:<8}{examined.name}: {finding.says}")
        if finding.fix:
            self.stdout.write(f"        {finding.fix}")
        self.stdout.flush()


def _as_json(examined: Sequence[doctor.Examined]) -> str:
    found = [{"name": each.name, **asdict(each.finding)} for each in examined]
    return json.dumps(found, indent=1, ensure_ascii=False)
