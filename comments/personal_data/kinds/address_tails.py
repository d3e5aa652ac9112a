"""What may follow a street and its number: flat, quarter, city, state, postal code."""

import re

from comments.personal_data.reading import Reading

_UNIT = re.compile(
    r"[, ]{1,3}(?:(?:apt|apartment|appt|unit|suite|ste|room|rm|bldg|building|lot|trailer|trlr|space"
    r"|spc|depto|dpto|apto|apartamento|int|piso)\b\.? ?#? ?|# ?)[a-z]?-?\d{0,5}-?[a-z]?\b"
    r"|[, ]{1,3}\d{1,2}(?:st|nd|rd|th) (?:floor|fl)\b"
)
_STATE = (
    r"(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|pr|ri|s[cd]"
    r"|t[nx]|ut|v[at]|w[aivy]|calif(?:ornia)?|texas|illinois|florida|arizona|georgia|new york"
    r"|new jersey|nevada)"
)
_CITY = r"[a-z][a-z.'-]{1,20}(?: [a-z][a-z.'-]{1,20}){0,2}"
_ZIP = re.compile(
    rf"(?:[, \n]{{1,3}}{_CITY})?(?:[, ]{{1,3}}{_STATE}\.?)?[, ]{{1,3}}\d{{5}}(?:-\d{{4}})?(?![\d,])"
)
_CITY_AND_STATE = re.compile(rf"[, \n]{{1,3}}{_CITY}[, ]{{1,2}}(?P<state>{_STATE})(?![a-z'])")
_ENGLISH_WORDS = "al de hi id in la ma me oh ok or pa"  # states too, if in capitals
_AMBIGUOUS = frozenset(_ENGLISH_WORDS.split())

_SPANISH = (
    re.compile(
        r"[, ]{1,3}(?:(?:int|interior|depto|dpto|departamento|apto?|apartamento|piso|local|mz|lt"
        r"|manzana|lote|edificio|edif|torre|casa)\b\.? ?#?|#)\w{1,5}\b"
    ),
    re.compile(
        r"[, ]{1,3}(?:col(?:onia)?|fracc(?:ionamiento)?|barrio|urb|residencial|zona|sector)\b\.? ?"
        r"[a-z0-9][a-z0-9']{0,20}(?: (?:de|del|la|las|los|el|san|santa) [a-z]{2,20}"
        r"| (?=[a-z]{3,20}(?:[.,\n]|$))[a-z]{3,20}){0,2}"
    ),
    re.compile(r"[, ]{1,3}(?:c\.?p\.?|codigo postal) ?\d{5}\b"),
)


def end_of_english(reading: Reading, end: int) -> int:
    """Where an address ends with its flat, city, state and ZIP, as far as there are any."""
    if unit := _UNIT.match(reading.prose, end):
        end = unit.end()
    if code := _ZIP.match(reading.prose, end):
        return code.end()
    place = _CITY_AND_STATE.match(reading.prose, end)
    if place and _is_state(reading, place):
        return place.end()
    return end


def end_of_spanish(reading: Reading, end: int) -> int:
    """Where an address ends with its flat, quarter and postal code, as far as there are any."""
    for tail in _SPANISH:
        if more := tail.match(reading.prose, end):
            end = more.end()
    return end


def _is_state(reading: Reading, place: re.Match[str]) -> bool:
    is_sure = place["state"] not in _AMBIGUOUS
    return is_sure or reading.written(*place.span("state")).isupper()
