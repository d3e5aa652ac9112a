"""Street addresses by the habits of English: number, name, "Street", then flat and city."""

import re
from collections.abc import Iterator
from itertools import chain

from comments.personal_data.kinds.address_tails import end_of_english
from comments.personal_data.kinds.address_words import (
    has_cue,
    has_strong_cue,
    is_followed_by_a_crowd,
    is_the_end,
)
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import is_year
from comments.personal_data.span import Found, Kind

_NUMBER = r"(?P<number>\d(?<![\w$€#.,:/'+-].)\d{0,5}(?:-\d{1,4})?(?: ?1/2)?[a-d]?)"
_SIDE = r"(?:north|south|east|west|n\.?[ew]?\.?|s\.?[ew]?\.?|e\.?|w\.?)"
# Words that no street is called by, though they stand between a number and "street" in talk.
_NO_NAME = (
    r"(?:the|to|of|in|on|at|for|from|and|or|with|by|than|an?|is|was|were|are|be|been|has|had|have"
    r"|people|persons?|protesters?|agents?|officers?|m[ae]n|wom[ae]n|kids?|children|famil(?:y|ies)"
    r"|members?|million|billion|thousand|hundred|percent|miles?|blocks?|years?|days?|hours?|minutes?"
    r"|weeks?|months?|dollars?|feet|foot|cars?|vans?|trucks?|bus(?:es)?|trains?|lines?|times?|votes?"
    r"|arrests?|more|other|different|saw|went|came|got|took|walked|out|off|over|under|into|onto|near"
    r"|down|up|along|across|between|every|each|all|some|my|your|his|her|their|our|this|that|these"
    r"|those|per|way|lane|story|page|acre|unit|pm|am|p\.m\.|a\.m\.|de|en|personas|anos|dias|horas"
    r"|mil|millones)"
)
_WORD = rf"(?!{_NO_NAME} )(?:[a-z](?!\.)|[a-z][a-z'.-]{{1,20}}|\d{{1,3}}(?:st|nd|rd|th))"
_CLEAR = (
    r"(?:street|str|st|avenue|ave|aven|av|road|rd|boulevard|blvd|blv|lane|ln|highway|hwy|parkway"
    r"|pkwy|pky|turnpike|tpke|freeway|fwy|terrace|ter|expressway|expy|crescent|cres)"
)
_UNCLEAR = (
    r"(?:court|ct|drive|dr|place|pl|way|wy|circle|cir|trail|trl|square|sq|loop|alley|aly|plaza|plz"
    r"|row|run|path|point|pt|pike|crossing|xing|cove|cv|ridge|bend|hill|commons|gardens|heights"
    r"|landing|glen)"
)
_AGAIN = rf"(?: (?:{_CLEAR}|{_UNCLEAR})\b(?!'))?"  # "Rose Hill Dr"
_TO_A_SIDE = r"(?: (?:north|south|east|west|n[ew]?|s[ew]?|e|w)(?![a-z']))?"
_STREET = re.compile(
    rf"{_NUMBER} {{1,2}}(?!s\.? ?ct)(?:de (?:la )?)?(?P<name>(?:{_SIDE} )?(?:{_WORD} ){{1,4}}?)"
    rf"(?:{_CLEAR}|(?P<unclear>{_UNCLEAR}))\b(?!'){_AGAIN}(?:\.(?=,| [a-z#\d]))?{_TO_A_SIDE}"
)
# Streets whose kind stands in front, or that need none.
_OTHER_STREET = re.compile(
    rf"{_NUMBER} {{1,2}}(?P<name>(?:{_SIDE} )?"
    rf"(?:(?:avenue|ave|avenida|calle|camino|paseo|calzada|rue) (?!{_NO_NAME} )"
    r"[a-z][a-z'-]{0,20}(?: [a-z][a-z'-]{2,20}(?=[.,;\n]|$))?"
    r"|(?:county |state |us |u\.s\. |farm |old )?(?:road|highway|hwy|route|rte|rd|cr|fm|sr) \d{1,5}"
    rf"|broadway|el camino real)|{_SIDE} \d{{1,3}}(?:st|nd|rd|th)"
    rf"|(?<=\d\d\d )[nsew]\.? (?!{_NO_NAME}\b)[a-z]{{3,20}})\b(?P<unclear>){_AGAIN}{_TO_A_SIDE}"
)
_UNNAMED_STREET = re.compile(
    r"(?:\b(?:add?ress(?: is| was|:)?"
    r"|(?:liv(?:e|es|ed|ing)|stay(?:s|ing)?|hiding|resid(?:e|es|ing)) at"
    r"|(?:viv(?:e|en|o|ia|imos) en|direcc?ion(?: es)?:?|domicilio(?: es)?:?)(?: el| la)?) {0,2})"
    rf"(?P<datum>(?P<number>\d{{2,6}}) (?P<name>(?:{_SIDE} )?{_WORD}(?<!\.)(?![a-z'])"
    rf"(?: (?!{_NO_NAME}\b)[a-z]{{3,20}})?))"
)
_BOX = re.compile(r"\b(?:p\.? ?o\.? ?box|apartado(?: postal)?|casilla postal)\.? ?#?\d{1,6}\b")
# "November 20 Main Street march", "bus 20 Main Street"
_OTHER_NUMBER = re.compile(
    r"(?:jan\w{0,4}|feb\w{0,5}|mar(?:ch)?|apr\w{0,2}|may|june?|july?|aug\w{0,3}|sep\w{0,6}|oct\w{0,4}|nov\w{0,5}|dec\w{0,5}"
    r"|sections?|title|route|bus|hb|sb|no\.|line|chapter|page|vol\.?|article|rule|channel"
    r"|district)\.? $"
)
_NO_PLACE = re.compile(
    r"\b(?:supreme|superior|district|federal|circuit|appeals?|immigration|juvenile|municipal"
    r"|criminal|family|state|high|trial|lower|voter|food|toy|blood|fund\w{0,6}|safe|same|first|second"
    r"|third|long|no|only|better|best|hunger|market|public|work|wrong|right|hard|easy)\b"
)
_SURE_DIGITS = 3


def find_english_address(reading: Reading) -> Iterator[Found]:
    """Addresses with a number, as far as the words around them do not make it a count."""
    prose = reading.prose
    yield from (_found(reading, *match.span()) for match in _BOX.finditer(prose))
    for match in chain(_STREET.finditer(prose), _OTHER_STREET.finditer(prose)):
        if not _OTHER_NUMBER.search(prose, max(0, match.start() - 12), match.start()):
            yield from _judged(reading, match)
    for match in _UNNAMED_STREET.finditer(prose):
        if is_the_end(prose, match.end()) and not _is_a_count(reading, match):
            yield _found(reading, *match.span("datum"))


def _judged(reading: Reading, match: re.Match[str]) -> Iterator[Found]:
    found = _found(reading, *match.span())
    is_complete = found.end > match.end()
    is_home = has_strong_cue(reading.prose, match.start())
    if is_complete or is_home or _sounds_like_one(reading, match):
        yield found


def _sounds_like_one(reading: Reading, match: re.Match[str]) -> bool:
    """Whether number and name are an address without "lives at" before or a city after them."""
    is_long = len(match["number"]) >= _SURE_DIGITS
    is_counted = is_followed_by_a_crowd(reading.prose, match.end())
    if _is_named_in_capitals(reading, match):
        is_sure = is_long and not is_counted and not is_year(match["number"])
        return is_sure or _has_frame(reading.prose, match)
    if match["unclear"]:
        return is_long and not _NO_PLACE.search(match["name"]) and _has_frame(reading.prose, match)
    is_placed = has_cue(reading.prose, match.start()) and not is_counted
    is_sure = is_long and not is_counted and not is_year(match["number"])
    return is_placed or is_sure


def _has_frame(prose: str, match: re.Match[str]) -> bool:
    return has_cue(prose, match.start()) or is_the_end(prose, match.end())


def _is_a_count(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "200 metros" after "vive en" counts something, or is a year."""
    is_capital = reading.written(*match.span("name"))[0].isupper()
    is_plural = match["name"].endswith("s")
    return is_year(match["number"]) or (is_plural and not is_capital)


def _is_named_in_capitals(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "Elm Court" was written so, and is no court of law and no "first place"."""
    words = reading.written(*match.span("name")).split()
    is_written_so = all(word[0].isupper() or word[0].isdigit() for word in words)
    is_house = len(match["number"]) > 1 or not match["unclear"]
    return is_house and is_written_so and not _NO_PLACE.search(match["name"])


def _found(reading: Reading, start: int, end: int) -> Found:
    return Found(Kind.STREET_ADDRESS, start, end_of_english(reading, end))
