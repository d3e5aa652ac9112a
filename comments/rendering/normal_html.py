"""Imported HTML brought into a small, well-formed shape before it is sanitised."""

import html
import re

from comments.rendering.policy import READABLE_TAGS, RENAMED
from comments.rendering.second_wall import make_cleaner, run

_FIRST = make_cleaner(tags=READABLE_TAGS, link_rel=None)
# Exact on nh3's output, which closes every element and escapes "<" and ">" in values and text.
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_VOID = frozenset({"br", "hr"})
_INLINE = frozenset({"a", "em", "strong", "code", *RENAMED})


def normalise(written: str) -> str:
    """Anybody's HTML with the readable elements only; scripts and styles go with their content.

    It spares bleach the shapes on which its parser takes quadratic time: 50,000 characters of
    `<ul><li>` cost nh3 0.23 s CPU and bleach 5.6 s (November 2026). The result is not safe to show.
    Raises SanitiserPanicked.
    """
    return run(_FIRST, written)


def depth(normal: str) -> int:
    """How deep the elements of normalised HTML are nested."""
    deepest = level = 0
    for slash, name in _TAG.findall(normal):
        if name not in _VOID:
            level += -1 if slash else 1
            deepest = max(deepest, level)
    return deepest


def words_only(normal: str) -> str:
    """The text of normalised or clean HTML, with an empty line between its blocks."""
    return html.unescape(_TAG.sub(_gap, normal)).strip()


def _gap(tag: re.Match[str]) -> str:
    if tag[2] in _INLINE:
        return ""
    return "\n" if tag[2] == "br" else "\n\n"
