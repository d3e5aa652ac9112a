"""Coordinates close enough to find a person: a thousandth of a degree is a hundred metres."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.span import Found, Kind

_FIRST = r"(?<![\d.].)(?<!\d[,/-].)"
_BETWEEN = r"(?:[ ,;/|]{1,4}|%2c(?:\+|%20)?|!4d)"
_WEST = r"(?:[ew]|o(?:este)?|west|este|east)"
_NORTH = r"(?:[ns]|north|south|norte|sur)"
_CUE = Cue(
    {
        "gps": "",
        "coord": "s?",
        "coordinate": "s?",
        "coordenada": "s?",
        "location": "",
        "ubicacion": "",
        "geo": "",
        "pin": "",
        "lat": "(?:itude?|itud)?",
    }
)
# Four decimals, for "12.345, 67.890 votes" are thousands in Spanish.
_PAIR = re.compile(
    rf"(?P<latitude>\d{_FIRST}\d?\.\d{{4,15}}+)°? ?{_NORTH}?{_BETWEEN}(?:[ewo] ?)?"
    rf"[+-]?(?P<longitude>\d{{1,3}}\.\d{{4,15}}+)(?:°? ?{_WEST}\b)?(?!\.?\d)"
)
_WITH_QUARTERS = re.compile(
    rf"(?P<latitude>\d{_FIRST}\d?\.\d{{2,15}}+) ?°? ?{_NORTH}{_BETWEEN}"
    rf"-?(?P<longitude>\d{{1,3}}\.\d{{2,15}}+) ?°? ?{_WEST}\b"
)
_NAMED = re.compile(
    rf"{_CUE.pattern}[^\d]{{0,20}}?(?P<datum>[+-]?(?P<latitude>\d{{1,2}}\.\d{{2,15}}+)"
    r"[^\d.]{1,14}?[+-]?(?P<longitude>\d{1,3}\.\d{2,15}+))(?!\.?\d)"
)
_SECONDS = r"(?: ?\d{1,2}(?:\.\d{1,6})? ?(?:\"|''|s(?:ec)?\b))?"
_MINUTES = rf"\d{{1,2}}(?:\.\d{{1,6}})? ?(?:'|m(?:in)?\b){_SECONDS}"
_DEGREES = r" ?(?:°|d(?:eg)?\b|grados) ?"
_SEXAGESIMAL = re.compile(
    rf"(?P<latitude>\d{_FIRST}\d?){_DEGREES}{_MINUTES} ?{_NORTH}?[ ,;y]{{0,4}}"
    rf"(?:[ewo] ?|-)?(?P<longitude>\d{{1,3}}){_DEGREES}{_MINUTES}(?: ?{_WEST}\b)?"
)
_PLUS_CODE = re.compile(
    r"[2-9cfghjmpqrvwx](?<![\w+].)[2-9cfghjmpqrvwx]{7}\+[2-9cfghjmpqrvwx]{2,3}(?![\w+])"
)
_POLE, _DATE_LINE = 90, 180  # degrees


def find_gps(reading: Reading) -> Iterator[Found]:
    """Pairs of degrees, decimal or with minutes, also in a map's address; whole plus codes."""
    for pattern in (_PAIR, _WITH_QUARTERS, _SEXAGESIMAL):
        for match in filter(_is_on_earth, pattern.finditer(reading.plain)):
            is_signed = reading.plain[max(0, match.start() - 1) : match.start()] in ("+", "-")
            yield Found(Kind.GPS, match.start() - is_signed, match.end())
    for match in filter(_is_on_earth, _CUE.finditer(_NAMED, reading.plain)):
        yield Found(Kind.GPS, *match.span("datum"))
    for match in _PLUS_CODE.finditer(reading.plain):
        yield Found(Kind.GPS, *match.span())


def _is_on_earth(match: re.Match[str]) -> bool:
    return float(match["latitude"]) <= _POLE and float(match["longitude"]) <= _DATE_LINE
