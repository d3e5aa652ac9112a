"""What the filter says of each line of a file, by the words alone."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments.spam import seed
from comments.spam.explaining import telling_marks, telling_words
from comments.spam.scoring import score


class Command(BaseCommand):
    """`manage.py score_comments FILE.jsonl`: {"id", "text"} a line in, the same order out."""

    help = "Score comments with the shipped seed and its thresholds, by their words alone."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, file: Path, **options: object) -> None:
        """Score and print, a JSON object a line."""
        try:
            with file.open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, start=1):
                    self.stdout.write(json.dumps(_said_of(line, f"{file}, line {number}")))
        except OSError as wrong:
            raise CommandError(str(wrong)) from wrong


def _said_of(line: str, place: str) -> dict[str, object]:
    try:
        comment = json.loads(line)
        number, text = comment["id"], str(comment["text"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise CommandError(f'{place}: needs {{"id": ..., "text": ...}}') from wrong
    found = score(text, seed.load())
    words = telling_words(found.reading, found.model)
    return {
        "id": number,
        "score": round(found.value, 4),
        "verdict": found.verdict,
        "evidence": [*words, *telling_marks(found.reading, found.model)],
    }
