"""`manage.py find_personal_data FILE.jsonl`: what the finder sees in the texts of a file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments import personal_data


class NotAText(ValueError):
    """A line is no JSON object with an "id" and a "text"."""


class Command(BaseCommand):
    """Reads lines of `{"id", "text"}`, writes `{"id", "spans": [{"kind", "start", "end"}]}`."""

    help = (
        "Finds personal data in texts: JSON lines with id and text in, JSON lines with id and "
        "spans out. text[start:end] is the datum. What is everybody's (.gov addresses, the "
        "Capitol's switchboard, toll-free lines) is left out. A line that cannot be read is named "
        "on stderr and skipped; the status is then 1."
    )
    requires_system_checks: list[str] = []  # it touches nothing that they check

    def add_arguments(self, parser: CommandParser) -> None:
        """One file, in UTF-8."""
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Writes one line for each text."""
        try:
            with options["file"].open("rb") as lines:
                unreadable = self._answer(lines)
        except OSError as problem:
            raise CommandError(f"The file cannot be read: {problem}") from problem
        if unreadable:
            raise CommandError(f"Lines that could not be read: {unreadable}")

    def _answer(self, lines: Iterable[bytes]) -> int:
        """Answers line by line; returns how many could not be read."""
        unreadable = 0
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                self.stdout.write(_answered(line))
            except NotAText as problem:
                unreadable += 1
                self.stderr.write(f"line {number}: {problem}")
        return unreadable


def _answered(line: bytes) -> str:
    key, text = _parsed(line)
    found = personal_data.find(text, allowed=personal_data.PUBLIC)
    spans = [{"kind": span.kind, "start": span.start, "end": span.end} for span in found]
    return json.dumps({"id": key, "spans": spans})


def _parsed(line: bytes) -> tuple[object, str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:  # no JSON, no UTF-8, nested without end
        raise NotAText(f"this is no JSON: {problem}") from problem
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise NotAText('this is no object with "id" and "text"')
    return row["id"], row["text"]
