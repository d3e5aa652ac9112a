"""Dates of birth: a whole date beside a word that says so. A year alone tells nobody apart."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import MONTH
from comments.personal_data.span import Found, Kind

_YEAR = r"(?:19[2-9]\d|20\d\d)"  # whom a comment concerns is hardly older than a hundred
_SHORT = rf"(?:{_YEAR}|'?\d\d)"
_OF = r"(?:(?:de|del|of|the|/|-) ?){0,2}"
_DATE = (
    rf"(?:{_YEAR} ?[/.-] ?\d{{1,2}} ?[/.-] ?\d{{1,2}}"
    rf"|\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?{_SHORT}"
    rf"|\d{{1,2}} \d{{1,2}} {_YEAR}|\d{{4}}{_YEAR}"
    rf"|{MONTH}[ /-]?{_OF}\d{{1,2}}(?:st|nd|rd|th)?[ ,./-]{{1,3}}{_OF}{_SHORT}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|o|ro|°)?[ /-]?{_OF}{MONTH}[ ,./-]{{0,3}}{_OF}{_SHORT}"
    rf"|{_YEAR}[ ,-]{{1,2}}{MONTH}[ -]\d{{1,2}})(?!\d)(?![/-]\d)"
)
_DAY = Cue(
    {
        "dob": "",
        "d.o.b": r"\.?",
        "date of birth": "",
        "day of birth": "",
        "d/o/b": "",
        "birth": r"(?:[ -]?da(?:te|y)s?| ?:)",
        "bday": "s?",
        "b-day": "s?",
        "fec": r"(?:ha)?\.? (?:de )?nac\w{0,11}\.?",
        "f": r"\.? ?(?:de )?nac\w{0,11}\.?|\.?d\.?n\.?|/n",
        "nacimiento": "",
        "cumple": "(?:anos)?",
    }
)
_BORN = Cue({"born": "", "b.": "", "naci": "", "nacio": "", "nacid": "[oa]s?", "nacieron": ""})
_STARTS = r"(?<![a-z0-9])"
_PATTERNS = (
    (_DAY, re.compile(rf"{_DAY.pattern}(?P<gap>[^\d]{{0,32}}?){_STARTS}(?P<datum>{_DATE})")),
    (
        _BORN,
        re.compile(rf"{_BORN.pattern}(?P<gap>[^\d.!?;\n]{{0,45}}?){_STARTS}(?P<datum>{_DATE})"),
    ),
    (
        _DAY,
        re.compile(
            rf"(?<![a-z0-9/.$-])(?P<datum>{_DATE})(?P<gap>[^\d!?\n]{{0,25}}?){_DAY.pattern}"
        ),
    ),
)
# "children born after February 19, 2025": a law's day, nobody's.
_LAW = re.compile(r"\b(?:after|before|since|until|till|despues|antes|desde|hasta|partir)\b")


def find_date_of_birth(reading: Reading) -> Iterator[Found]:
    """A whole date beside "date of birth", "born" and the like."""
    for cue, pattern in _PATTERNS:
        for match in cue.finditer(pattern, reading.prose):
            if not _LAW.search(match["gap"]):
                yield Found(Kind.DATE_OF_BIRTH, *match.span("datum"), 1 + len(match["gap"]))
