"""License plates: letters and digits beside the word for them, or a telling shape beside a car."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.span import Found, Kind

_OF_LICENSE = r"(?:e|s|ed)?\.? ?(?:plates?|tags?|no\b\.?|num(?:ber)?|#)"
_PLATE = Cue(
    {
        "licens": _OF_LICENSE,
        "licenc": _OF_LICENSE,
        "lisenc": _OF_LICENSE,
        "lic": _OF_LICENSE,
        "plate": r"s?(?: ?#| ?no\b\.?)?",
        "tag": r"s| ?(?:#|no\b\.?|number)",
        "placa": "s?",
        "matricula": "s?",
        "tablilla": "s?",
        "chapa": "s?",
    }
)
_PLATE_AFTER = Cue({"plate": "s?", "placa": "s?", "license ": "(?:plates?|tags?)"})
_CARS = (
    "van suv truck car sedan pickup camioneta troca carro coche auto ford chevy chevrolet dodge"
    " toyota honda nissan jeep tahoe explorer suburban durango charger minivan vehicle vehiculo"
)
_CAR = Cue(dict.fromkeys(_CARS.split(), "s?"))
_SEP = r"[ .-]{0,2}"
# Short words that stand before a number in talk: "the plate count was 500", "HB 2025".
_TALK = (
    r"(?:(?:de|del|la|el|los|las|en|con|por|y|a|was|for|the|are|of|on|in|at|to|my|his|her|and|by|has"
    r"|had|not|son|is|es|no|num|nr|or|all|f|say|que|sin|hay|fue|i|we|he|she|got|saw|me|mi|su|un|una"
    r"|hb|sb|hr|ab|law|act|ley) |[hs]b-|hr-|ab-)"
)
_BEGINS = r"(?<![a-z0-9$€])"
_TOKEN = (
    rf"{_BEGINS}(?!{_TALK})(?:[a-z] \d{{3}} ?[a-z]{{3}}|[a-z]{{2,3}}{_SEP}\d\d{_SEP}\d\d"
    rf"|[a-z]{{1,3}}{_SEP}\d{{2,3}}{_SEP}\d{{2,3}}|[a-z]{{1,3}}{_SEP}\d{{2,4}}(?:[.-]?[a-z]{{1,3}})?"
    rf"|\d{{1,4}}{_SEP}[a-z]{{2,4}}{_SEP}\d{{0,4}}|[a-z]\d{{2}}{_SEP}[a-z]{{2,3}}"
    r"|[a-z]{1,2} ?\d{5,6})(?![a-z0-9])"
)
# Directly after the word anything goes that has a letter and a digit, or digits alone.
_MIXED = (
    rf"{_BEGINS}(?=[a-z0-9-]{{0,6}}\d)(?=[a-z0-9-]{{0,6}}[a-z])[a-z0-9]{{2,4}}-?[a-z0-9]{{2,4}}"
    r"(?![a-z0-9])"
)
_NUMBER_WORDS = r"(?: ?(?:number|num|no\.?|#|is|es|:|-|numero)){1,3} ?"
_TELLING = rf"{_BEGINS}(?:\d ?[a-z]{{3}} ?\d{{3}}|[a-z]{{3}}-\d{{4}})(?![a-z0-9])"


def _compiled(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts))


_PATTERNS = (
    (_PLATE, _compiled(_PLATE.pattern, rf"(?P<gap>[^\d$€]{{0,36}}?)(?P<datum>{_TOKEN})")),
    (_PLATE, _compiled(_PLATE.pattern, rf"(?P<gap>[ :#]{{1,3}})(?P<datum>{_MIXED})")),
    (
        _PLATE,
        _compiled(_PLATE.pattern, rf"(?P<gap>{_NUMBER_WORDS})(?P<datum>\d[\d -]{{3,7}}\d)(?!\w)"),
    ),
    (_CAR, _compiled(_CAR.pattern, rf"(?P<gap>[^\d$\n]{{0,40}}?)(?P<datum>{_TELLING})")),
    (
        _PLATE_AFTER,
        _compiled(rf"(?P<datum>{_TOKEN})(?P<gap>[^\d.!?\n]{{0,10}}?)", _PLATE_AFTER.pattern),
    ),
)
_TIGHT = re.compile(
    r"(?: ?(?:number|num|no\.?|#|is|are|was|es|son|reads?|:|-|numero|de [a-z]{4,12}"
    r"|from [a-z]{2,12})){0,3} ?"
)
_FEWEST_SIGNS, _MOST_SIGNS = 5, 8


def find_license_plate(reading: Reading) -> Iterator[Found]:
    """Plates beside their name; the most telling shapes also beside a car."""
    for cue, pattern in _PATTERNS:
        for match in cue.finditer(pattern, reading.prose):
            if _is_plate(reading, match):
                yield Found(Kind.LICENSE_PLATE, *match.span("datum"), 1 + len(match["gap"]))


def _is_plate(reading: Reading, match: re.Match[str]) -> bool:
    """Whether it is as long as plates are, and no "12 vans" some words further on."""
    signs = sum(sign.isalnum() for sign in match["datum"])
    if not _FEWEST_SIGNS <= signs <= _MOST_SIGNS:
        return False
    written = reading.written(*match.span("datum"))
    is_of_one_case = written in (written.upper(), written.lower())
    is_compact = is_of_one_case and " " not in written
    return is_compact or written.isupper() or _TIGHT.fullmatch(match["gap"]) is not None
