"""Numbers by which a court or a jail files one person; not the dockets of published cases."""

import re
from collections.abc import Iterator
from itertools import chain

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import is_date, is_year
from comments.personal_data.span import Found, Kind

_NUMBER = r"(?:numbers?|nums?\b\.?|no\b\.?|nr\b\.?|nbr|#|ids?\b|i\.d\.)"
_FILES = (
    "booking inmate detainee prisoner jail bop reg offender cdc cdcr tdcj doc subject wristband"
    " arrest register fin fins ice pfn spn so sid cii event eoir person hearing custody file"
)
_OF_ONE_HELD = (
    r"\.? (?:de |del )?(?:el |la )?(?:detenid[oa]|re[oa]|pres[oa]|intern[oa]|reclus[oa]|booking"
    r"|fichaje|arresto|detencion|registro de detencion|custodia|inmate)"
)
_HELD = Cue(
    {
        **dict.fromkeys(
            _FILES.split(), rf"\.?(?: (?:register|reg\.?|case|id|booking))? ?{_NUMBER}"
        ),
        "num": rf"(?:ero)?{_OF_ONE_HELD}",
        "no": _OF_ONE_HELD,
        "id": _OF_ONE_HELD,
        "ficha": rf"(?:{_OF_ONE_HELD})?",
        "carpeta de investigacion": "",
        "causa penal": "",
    }
)
_FILES_ALONE = "booking inmate detainee prisoner bop cdcr tdcj pfn spn xref"
_BARE = Cue(dict.fromkeys(_FILES_ALONE.split(), ""))
_OF_CASE = r"\.? de (?:caso|expediente|corte|causa)"
_CASE = Cue(
    {
        "case": rf" ?{_NUMBER}| is",
        "cause": rf" ?{_NUMBER}",
        "docket": rf" ?{_NUMBER}",
        "court": rf" ?{_NUMBER}",
        "num": rf"(?:ero)?{_OF_CASE}",
        "no": _OF_CASE,
        "expediente": "",
        "caso": r"(?: (?:num(?:ero)?|no\b\.?|#|es))?",
        "folio": "",
    }
)
_BARE_CASE = Cue({"case": ""})
# A case is a person's when it is somebody's own, or the immigration court's.
_OWN = re.compile(
    r"(?:\b(?:my|his|hers?|their|our|mis?|sus?|husband|wife|brother|sister|son|daughter|mother|father"
    r"|mom|dad|cousin|uncle|aunt|friend|espos[oa]|herman[oa]|prim[oa]|hij[oa]|madre|padre|mama|papa"
    r"|ti[oa]|amig[oa]|marido|immigration|eoir|ice|inmigracion|detenid[oa]|deportacion|removal"
    r"|asylum|asilo)\b|'s\b)"
)
_OWN_REACH = 30  # characters before the cue
_TALK = (
    r"(?:is|es|no|num|nr|the|de|del|el|la|a|an|of|in|on|to|for|and|y|en|con|was|are|from|id|at)\b"
)
_VALUE = (
    rf"(?P<datum>(?<![\w$])(?:(?!{_TALK})[a-z]{{1,4}}[ -]?)?"
    r"\d\w{0,14}(?:[-/:. ]\w{1,8}){0,4}?)"
    r"(?!\w)(?![/-]\w)"
)
_BY_HELD = re.compile(rf"{_HELD.pattern}(?P<gap>[^\d$€]{{0,28}}?){_VALUE}")
_BY_BARE = re.compile(
    rf"{_BARE.pattern}(?P<gap>[ :#-]{{1,3}})"
    r"(?P<datum>[a-z]{0,3}-?\d{4,12}(?:(?<=\d{5})|-\d{1,6}))(?!\w)"
)
_BY_CASE = re.compile(rf"{_CASE.pattern}(?P<gap>[^\d$€]{{0,40}}?){_VALUE}")
_BY_BARE_CASE = re.compile(
    rf"{_BARE_CASE.pattern}(?P<gap>[ :#-]{{1,3}})"
    r"(?P<datum>(?=(?:[\w-]?\d){6})[a-z]{0,2}-?\d{1,10}(?:-\d{1,8}){0,3})(?!\w)"
)
_FEWEST_DIGITS = 4


def find_court_or_detention_id(reading: Reading) -> Iterator[Found]:
    """Numbers beside a jail's words, and case numbers that are said to be somebody's own."""
    prose = reading.prose
    held = chain(_HELD.finditer(_BY_HELD, prose), _BARE.finditer(_BY_BARE, prose))
    cases = chain(_CASE.finditer(_BY_CASE, prose), _BARE_CASE.finditer(_BY_BARE_CASE, prose))
    for match in chain(held, filter(_is_own, cases)):
        if _is_number(match["datum"]):
            yield Found(Kind.COURT_OR_DETENTION_ID, *match.span("datum"), 1 + len(match["gap"]))


def _is_own(case: re.Match[str]) -> bool:
    before = case.string[max(0, case.start() - _OWN_REACH) : case.start()]
    return _OWN.search(before) is not None or _OWN.search(case["gap"]) is not None


def _is_number(value: str) -> bool:
    digits = sum(sign.isdigit() for sign in value)
    return digits >= _FEWEST_DIGITS and not (is_year(value) or is_date(value))
