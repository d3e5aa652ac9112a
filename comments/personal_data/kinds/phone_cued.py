"""Telephone numbers that only the words beside them give away: seven digits, or any grouping."""

import re
from collections.abc import Iterator
from itertools import chain

from comments.personal_data.cue import Cue
from comments.personal_data.kinds.phone import without_public_lines
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import gap, is_date, only_digits
from comments.personal_data.span import NO_CUE, Found, Kind

_WORDS = (
    "ph telf tlf fono movil mvl sms txt signal telegram hmu ring dial fax mobile viber zelle venmo"
    " wsp wapp wa wats watsap guasap informes informan"
)
_ME = r"(?:me|nos|le|la|lo)?"
_CUE = Cue(
    {
        **dict.fromkeys(_WORDS.split(), ""),
        "phone": "s?",
        "telephone": "s?",
        "tel": r"(?:e?fonos?)?",
        "cel": r"(?:u|ular|ulares)?",
        "cell": "(?:phone)?",
        "whats": "(?: ?app)?",
        "cash": " ?app",
        "text": r"(?:ed|s|ing|ear|ame|eame|eeme|enme)?",
        "call": "(?:ed|s|ing)?",
        "llam": rf"(?:a|e|en|ar|o|ad|ando){_ME}",
        "marc": rf"(?:a|ar|o|ad|ando){_ME}",
        "marqu": rf"(?:e|en){_ME}",
        "comuni": r"\w{2,12}",
        "contact": r"\w{0,6}",
        "mensaje": "s?",
        "message": "(?: me| him| her)?",
        "reach ": "(?:me|us|him|her|them)",
        "hit me": "(?: up)?",
        "habl": rf"(?:a|e|en|ar|o){_ME}",
        "informacion al": "",
        "avis": rf"(?:a|e|en|ar){_ME}",
        "me a": "[tl]",
        "us at": "",
    }
)
# These may name any other number too.
_OWNERS = "my his her their our mi su el un este esa"
_NUMBER_CUE = Cue(
    {
        **dict.fromkeys(
            _OWNERS.split(),
            r" (?:new |old |nuevo |otro )?(?:(?:number|num|numero|nbr|no\.|nr)\b|#)| ?#",
        ),
        "number": "s? (?:is|are|(?:for|of) (?:my|his|her))",
        "numero": "s? (?:es|son|de (?:mi|su|tu|la|el))",
    }
)
_S = r"[ ./-]{0,3}"
_NUMBER = (
    rf"\(?(?:(?:\+?\(?\d{{1,3}}\)?{_S})?(?:\(?\d{{3}}\)?{_S}\d{{3}}{_S}\d{{4}}"
    rf"|\(?\d{{2}}\)?{_S}\d{{4}}{_S}\d{{4}}|\(?\d{{3}}\)?{_S}\d{{3}}{_S}\d\d{_S}\d\d"
    rf"|\(?\d\d\)?(?:{_S}\d\d){{4}}|\d{{4}}{_S}\d{{4}}|\d\d{_S}\d\d{_S}\d\d{_S}\d\d"
    rf"|\d{{3}}{_S}\d\d{_S}\d\d{_S}\d\d)"
    rf"|\d{{3}}{_S}\d{{4}}|\d{{3}}{_S}\d\d{_S}\d\d|\d{{2,5}}(?:[ .-]\d{{2,5}}){{1,4}})"
)
_DATUM = rf"{gap(24)}(?P<datum>{_NUMBER})(?!\d)(?![.,-]\d)"
_AFTER_CUE = re.compile(_CUE.pattern + _DATUM)
_AFTER_NUMBER_CUE = re.compile(_NUMBER_CUE.pattern + _DATUM)
_BEFORE_CUE = re.compile(
    r"(?P<datum>\d(?<![a-z0-9$€].)(?<!\d[.,/) -].)(?<!\d\) .)(?:\d\d[ .-]?\d{4}|\d{3}[ .-]?\d{4}))"
    rf"(?!\d)(?P<gap>[^\d.!?\n]{{0,12}}?){_CUE.pattern}"
)
_LENGTHS = range(7, 14)
# What a cue may stand before without meaning a telephone.
_OTHER = re.compile(
    r"\b(?:bill|of|case|form|code|receipt|caso|recibo|account|cuenta|alien|a-?number|ssn|social|itin"
    r"|booking|inmate|vote|voto|plate|placas?|passport|pasaporte|routing|isbn|order|section|for the"
    r"|about)\b"
)
_UNIT = re.compile(
    r" ?(?:%|dollar|dolar|peso|people|person|vot|views|followers|usd|mxn|times|veces|texts|calls)"
)


def find_phone_by_cue(reading: Reading) -> Iterator[Found]:
    """Numbers beside "call me", "mi cel" and the like that are no hotline."""
    yield from without_public_lines(reading.prose, list(_called(reading.prose)))


def _called(prose: str) -> Iterator[Found]:
    sure = chain(_CUE.finditer(_AFTER_CUE, prose), _CUE.finditer(_BEFORE_CUE, prose))
    for match in filter(_is_telephone, sure):
        yield _found(match, doubt=1 + len(match["gap"]))
    for match in filter(_is_telephone, _NUMBER_CUE.finditer(_AFTER_NUMBER_CUE, prose)):
        yield _found(match, doubt=NO_CUE + 1 + len(match["gap"]))


def _found(match: re.Match[str], *, doubt: int) -> Found:
    """The number; a bracket that closes after it is not its own."""
    start, end = match.span("datum")
    is_bracketed = match["datum"][0] == "(" and ")" not in match["datum"]
    return Found(Kind.PHONE, start + is_bracketed, end, doubt)


def _is_telephone(match: re.Match[str]) -> bool:
    number = match["datum"]
    return not (
        len(only_digits(number)) not in _LENGTHS
        or number.endswith("0000")
        or is_date(number)
        or _OTHER.search(match["gap"])
        or _UNIT.match(match.string, match.end("datum"))
    )
