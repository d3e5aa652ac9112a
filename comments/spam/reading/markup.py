"""Markdown that readers do not see: entities, and emphasis in the middle of a word."""

import html
import re

_ENTITY = re.compile(r"&#?\w{1,32};")
_EMPHASIS = re.compile(r"(?<=\w)[*~`]{1,3}(?=\w)|(?<=[^\W_])_{1,3}(?=[^\W_])")


def unescape(text: str) -> tuple[str, int]:
    """The text with entities as the characters that they show, and how many there were."""
    return _ENTITY.subn(lambda match: html.unescape(match[0]), text)


def strip_emphasis(text: str) -> tuple[str, int]:
    """The text without emphasis inside words, and in how many places it was."""
    return _EMPHASIS.subn("", text)
