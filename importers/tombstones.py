"""Who removed a comment, read from the sentence that the old blog left in its place."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

from importers.records import SourceStatus

_TABLE = Path(__file__).parent / "data" / "tombstones.json"
_TAG = re.compile(r"<[^>]*>")
_CURLY_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_STATUS = {
    "administrator": SourceStatus.REMOVED_BY_ADMIN,
    "author": SourceStatus.REMOVED_BY_AUTHOR,
}


def removal_told_by(html: str) -> SourceStatus | None:
    """REMOVED_BY_ADMIN or REMOVED_BY_AUTHOR if the whole text is a sentence of the table."""
    return _sentences().get(plain_sentence(html))


def plain_sentence(html: str) -> str:
    """The text without tags, with single spaces and straight apostrophes."""
    words = unescape(_TAG.sub(" ", html)).translate(_CURLY_APOSTROPHES)
    return " ".join(words.split())


@cache
def _sentences() -> Mapping[str, SourceStatus]:
    table = json.loads(_TABLE.read_text(encoding="utf-8"))["sentences"]
    return {plain_sentence(row["text"]): _STATUS[row["by"]] for row in table}
