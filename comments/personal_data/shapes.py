"""Pieces that the patterns share. Every repetition is bounded, so every pattern is linear."""

import re

# Stands after the first sign of a number, which so belongs to no word, longer number or price.
# After it, not before: patterns that open with a set of signs are searched ten times as fast.
FIRST = r"(?<![a-z0-9$€].)(?<!\d[.,/-].)"
ENDS = r"(?![a-z0-9])(?![.,/-]\d)"
# As in "(my A number is 012345678and", where the space was forgotten.
ENDS_DIGITS = r"(?!\d)(?![./-]\d)"
MONTH = (
    r"(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|set|oct|nov|dec|dic)"
    r"[a-z]{0,7}\.?(?![a-z])"
)
_DATE = re.compile(
    r"(?:19|20)\d\d([-/. ])\d\d\1\d\d(?!\d)|\d\d?([-/. ])\d\d?\2(?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d\D{1,3}(?:19|20)\d\d$"
)


def gap(characters: int) -> str:
    """What may stand between a cue and its number: no digit, no sign of money."""
    return rf"(?P<gap>(?:[^\d$€(+]|[(+](?!\d)){{0,{characters}}}+)"


def digits(fewest: int, most: int, *, between: str = r"[ .-]{0,2}") -> str:
    """That many digits with separators between them."""
    return rf"\d(?:{between}\d){{{fewest - 1},{most - 1}}}"


def only_digits(text: str) -> str:
    """The ASCII digits of a text."""
    return re.sub(r"\D", "", text)


def is_year(number: str) -> bool:
    """Whether a number may as well be a year that people talk about."""
    return re.fullmatch(r"19[5-9]\d|20[0-4]\d", number) is not None


def is_date(number: str) -> bool:
    """Whether it begins like a day, 2025-12-31 or 31/12/2025, or is a span of years, 2019-2024."""
    return _DATE.match(number) is not None
