"""A-numbers, by which the immigration courts and ICE file a person: A and seven to nine digits."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import ENDS_DIGITS, FIRST, digits, gap, is_date, only_digits
from comments.personal_data.span import Found, Kind

_SEP = r"[ .-]{1,3}"
_GROUPED = (
    rf"\d{{7,9}}|\d{{2,3}}{_SEP}\d{{3}}{_SEP}\d{{2,3}}|\d{_SEP}\d{{3}}{_SEP}\d{{3}}"
    rf"|\d{{3}}{_SEP}\d{{5,6}}|\d{{5,6}}{_SEP}\d{{3}}"
    rf"|\d{{2}}{_SEP}\d{{2}}{_SEP}\d{{2}}{_SEP}\d{{2,3}}"
    rf"|\d{{3}}{_SEP}\d{{2}}{_SEP}\d{{2}}{_SEP}\d{{2}}"
)
_BY_LETTER = re.compile(
    r"a(?<![a-z0-9'@$-]a)(?P<mark> {0,2}(?:#|no\.?|num\.?|nr\.?)? ?[-:._=]? {0,2})"
    rf"(?P<digits>{_GROUPED}){ENDS_DIGITS}(?! ?%)(?![a-z]{{1,3}}\d)"
)
_NUMBER = r"(?:numbers?(?! of\b)|num\b\.?|no\b\.?|nr\b\.?|nbr|#|id\b)"
_ALIEN = r"(?:su |mi )?(?:a|aliens?|alienigena|extranjer[oa]s?|uscis)"
_CUE = Cue(
    {
        "a": rf"(?:[- ]?file)?[- ]?{_NUMBER}| ?#|[- ]file",
        "ar": rf"[ -]?{_NUMBER}",
        "a.r.": rf" ?{_NUMBER}",
        "alien": rf"(?: reg(?:istration|\.)?)?(?: ?{_NUMBER})?",
        "uscis": rf" ?{_NUMBER}",
        "registration": rf" ?{_NUMBER}",
        "num": rf"(?:ero)?\.? (?:de )?{_ALIEN}",
        "no": rf"\.? (?:de )?{_ALIEN}",
        "registro de extranjero": "s?",
    }
)
_BY_NAME = re.compile(
    rf"{_CUE.pattern}{gap(70)}(?P<datum>{digits(7, 9, between='[ .-]{0,3}')}){ENDS_DIGITS}"
)
_NAMED_AFTER = re.compile(
    rf"(?P<datum>\d{FIRST}(?:\d{{7,8}}|\d{{1,2}}{_SEP}\d{{3}}{_SEP}\d{{3}}|\d\d{_SEP}\d{{6}}))\b"
    rf"(?P<gap>[^\d.!?\n]{{0,18}}?){_CUE.pattern}"
)
_UNIT = re.compile(
    r" ?(?:%|dollar|dolar|peso|people|person|personas|vot|of\b|de\b|mil|usd|mxn|per\b|-?year|km\b)"
)
_PHONE_VERB = re.compile(
    r"(?:llam\w{1,6}|marc\w{1,6}|habl\w{1,6}|text\w{0,4}|comuni\w{1,8}|escri\w{1,6}) $"
)
# Passports of some countries are a letter and seven or eight digits too.
_PASSPORT = re.compile(r"\b(?:passport|pasaporte)s?\b(?:(?! a\b|alien)[^\d]){0,30}$")
_MOST_DIGITS_OF_A_PASSPORT = 8
_FEWEST_DIGITS_OF_A_SMALL_A = 8


def find_a_number(reading: Reading) -> Iterator[Found]:
    """Digits after the letter A, or beside the words that name them."""
    for match in _BY_LETTER.finditer(reading.prose):
        if _is_lettered(reading, match):
            is_worded = any(sign.isalpha() for sign in match["mark"])  # "A no. 345 678 901"
            start = match.start("digits") if is_worded else match.start()
            yield Found(Kind.A_NUMBER, start, match.end())
    for pattern in (_BY_NAME, _NAMED_AFTER):
        for match in _CUE.finditer(pattern, reading.prose):
            number = only_digits(match["datum"])
            if not (is_date(match["datum"]) or _is_passport(match.string, match.start(), number)):
                yield Found(Kind.A_NUMBER, *match.span("datum"), 1 + len(match["gap"]))


def _is_lettered(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the letter before the digits is the A of an A-number."""
    number = only_digits(match["digits"])
    is_capital = reading.original[reading.starts[match.start()]].isupper()
    if _is_passport(reading.prose, match.start(), number):
        return False
    if match["mark"].isspace():
        return _stands_out(reading.prose, match, is_capital=is_capital)
    return bool(match["mark"]) or is_capital or len(number) >= _FEWEST_DIGITS_OF_A_SMALL_A


def _is_passport(prose: str, start: int, number: str) -> bool:
    before = prose[max(0, start - 45) : start]
    return len(number) <= _MOST_DIGITS_OF_A_PASSPORT and _PASSPORT.search(before) is not None


def _stands_out(prose: str, match: re.Match[str], *, is_capital: bool) -> bool:
    """Whether "a 012345678" is no article (or Spanish "to") before some other number."""
    number = only_digits(match["digits"])
    before = prose[max(0, match.start() - 14) : match.start()]
    return (
        (is_capital or len(number) >= _FEWEST_DIGITS_OF_A_SMALL_A)
        and not number.endswith("0000")
        and not _UNIT.match(prose, match.end())
        and not _PHONE_VERB.search(before)
    )
