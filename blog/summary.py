"""The first words of a body: what lists, previews and search engines are shown of a page."""

import re

from django.utils.text import Truncator
from wagtail.blocks import StreamValue
from wagtail.rich_text import get_text_for_indexing

SUMMARY_WORDS = 40
SUMMARY_CHARACTERS = 320  # forty words of any language; only for what has no spaces
# An imported body may be one block of a hundred kilobytes; its first words stand at its beginning.
LOOKED_AT_CHARACTERS = 4_000
_MARK = re.compile(r"\s?\[\d{1,3}\]")


def first_words(body: StreamValue) -> str:
    """Plain text of the first paragraph that has any, cut after `SUMMARY_WORDS` words.

    Never longer than `SUMMARY_CHARACTERS`; empty if no paragraph has words. References to footnotes
    are left out, for the notes are not there.
    """
    has_notes = any(raw["type"] == "footnotes" for raw in body.raw_data)
    for raw in body.raw_data:
        text = _plain(raw["value"]) if raw["type"] == "paragraph" else ""
        text = _MARK.sub("", text) if has_notes else text
        if text:
            words = Truncator(text).words(SUMMARY_WORDS, truncate="…")
            return Truncator(words).chars(SUMMARY_CHARACTERS, truncate="…")
    return ""


def _plain(html: str) -> str:
    return " ".join(get_text_for_indexing(html[:LOOKED_AT_CHARACTERS]).split())
