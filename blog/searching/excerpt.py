"""The part of a text where the words that were looked for stand; plain Python.

It is handed out in pieces, so that a template can mark the words, and escape all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blog.searching.words import WORD, fold, may_go_on

BEFORE, IN_ALL = 60, 240  # characters
LOOKED_AT_CHARACTERS = 20_000  # of a text; what stands further on is found, but not shown


@dataclass(frozen=True)
class Piece:
    """Some of a text; `is_hit` if it was looked for."""

    text: str
    is_hit: bool = False


def marked(text: str, words: Sequence[str]) -> list[Piece]:
    """The whole text in pieces; the last word may go on, as it may have been half typed."""
    return list(_pieces(text, list(_hits(text, words))))


def excerpt(text: str, words: Sequence[str]) -> list[Piece]:
    """Some words around the first hit, or the beginning; an ellipsis where there is more."""
    first = next(_hits(text[:LOOKED_AT_CHARACTERS], words), (0, 0))
    start = _begin(text, first[0])
    end = _end(text, start + IN_ALL)
    pieces = marked(text[start:end].strip(), words)
    before, after = ([Piece("…")] if there else [] for there in (start > 0, end < len(text)))
    return [*before, *pieces, *after]


def _hits(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    begun = words[-1] if words and may_go_on(words[-1]) else None
    for found in WORD.finditer(text):
        word = fold(found[0])
        if word in words or (begun and word.startswith(begun)):
            yield found.span()


def _pieces(text: str, hits: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    done = 0
    for start, end in hits:
        if start > done:
            yield Piece(text[done:start])
        yield Piece(text[start:end], is_hit=True)
        done = end
    if done < len(text):
        yield Piece(text[done:])


def _begin(text: str, hit: int) -> int:
    """At a word, some characters before the hit."""
    if hit <= BEFORE:
        return 0
    blank = text.find(" ", hit - BEFORE, hit)
    return hit if blank < 0 else blank + 1


def _end(text: str, wanted: int) -> int:
    """After a word, where texts have blanks."""
    if wanted >= len(text):
        return len(text)
    blank = text.rfind(" ", wanted - BEFORE, wanted)
    return wanted if blank < 0 else blank
