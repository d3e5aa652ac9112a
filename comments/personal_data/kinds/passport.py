"""Passports: a number beside the word, for every country writes its own."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import ENDS
from comments.personal_data.span import Found, Kind

_CUE = Cue({"pasaporte": "s?", "passport": "s?", "passaport": "e?s?", "pasport": "e?s?"})
_BEGINS = r"(?<![a-z0-9$€])(?<!\d[.,/-])"
_LETTERED = r"(?!no|is|es|id|nr|a )[a-z]{1,3}[ -]?\d{2,3}[ .-]?\d{3}[ .-]?\d{0,3}\d?"
_NUMBER = rf"(?:{_LETTERED}|\d{{8,9}}|\d{{2}}-\d{{7}}|\d{{2,3}}[ .-]\d{{3}}[ .-]\d{{3}})"
_NUMBER_WORD = r"(?:number|num\b|no\b|nr\b|#|numero|is\b|es\b|:)"
_PATTERNS = (
    re.compile(rf"{_CUE.pattern}(?P<gap>[^\d$€]{{0,32}}?){_BEGINS}(?P<datum>{_NUMBER}){ENDS}"),
    re.compile(
        rf"{_CUE.pattern}(?P<gap>[^\d$€]{{0,20}}{_NUMBER_WORD}[ .:#]{{0,3}}){_BEGINS}"
        rf"(?P<datum>\d{{6,9}}){ENDS}"
    ),
    re.compile(rf"{_BEGINS}(?P<datum>{_NUMBER}){ENDS}(?P<gap>[^\d.!?\n]{{0,15}}?){_CUE.pattern}"),
)


def find_passport(reading: Reading) -> Iterator[Found]:
    """A letter or two with six to nine digits, or eight to nine digits, beside the word."""
    for pattern in _PATTERNS:
        for match in _CUE.finditer(pattern, reading.prose):
            yield Found(Kind.PASSPORT, *match.span("datum"), 1 + len(match["gap"]))
