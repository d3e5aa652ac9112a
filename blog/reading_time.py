"""How long it takes to read a text."""

import re
from math import ceil

from wagtail.blocks import StreamValue

# Silent reading of non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019).
WORDS_A_MINUTE = {"en": 238, "es": 278}
OTHERWISE = 238
TAG = re.compile(r"<[^>]*>")


def minutes(body: StreamValue, language: str) -> int:
    """Whole minutes, rounded up; 0 for a body without words."""
    words = sum(len(TAG.sub(" ", text).split()) for text in _texts(body))
    return ceil(words / WORDS_A_MINUTE.get(language, OTHERWISE))


def _texts(body: StreamValue) -> list[str]:
    return [text for block in body for text in block.block.get_searchable_content(block.value)]
