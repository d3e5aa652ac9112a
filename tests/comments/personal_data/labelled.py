"""The labelled comments of tests/data: invented, in English and Spanish, tidy and sloppy.

Each line of the file is `{"id", "text"}`. In the text `[[kind:datum]]` marks what must be found;
a text without a mark holds nothing personal, though it may look as if it did.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "personal_data.jsonl"
_MARK = re.compile(r"\[\[(\w+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Labelled:
    id: str
    text: str
    spans: tuple[tuple[str, int, int], ...]


def labelled(marked: str, *, key: str = "") -> Labelled:
    """The text without its marks, and the spans that they marked."""
    text, spans, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        done = mark.end()
    return Labelled(key, text + marked[done:], tuple(spans))


def all_labelled() -> list[Labelled]:
    rows = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return [labelled(row["text"], key=row["id"]) for row in rows]
