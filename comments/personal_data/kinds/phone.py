"""Telephone numbers that show themselves: North America, Mexico, "+" and a country.

The North American plan: area and exchange begin with 2-9, no area is N11; 800, 833, 844, 855, 866,
877 and 888 are toll-free, which no private person's line is (nanpa.com, 2025). Mexico: ten digits,
of which two (55, 56, 33, 81) or three are the area (IFT, 2019). Central America: 50x, eight digits.
"""

import re
from collections.abc import Iterator, Sequence

from comments.personal_data.offices import Offices, offices_in
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import only_digits
from comments.personal_data.span import NO_CUE, Found, Kind

# A forgotten space after "tel" and "cel" is common.
_BEGINS = r"(?:(?<![a-z0-9$€])|(?<=tel)|(?<=cel)|(?<=num))(?<!\d[.,/-])(?<!\d[.,/-]\()"
_ENDS = r"(?!\d)(?![.-]\d)"
_SEP = r"[ ./-]{0,3}"
_NORTH_AMERICA = re.compile(
    rf"{_BEGINS}(?:\+?1[ .(/-]{{0,3}})?\(?(?P<area>[2-9]\d\d)(?P<a>\)?{_SEP})"
    rf"(?P<exchange>\d{{3}})(?P<b>[ .-]{{0,3}})\d{{4}}{_ENDS}"
)
_MEXICO = (
    r"(?:(?:52[ -]{0,2}1?|04[45]|01)[ .-]{0,2})?"
    r"(?:\(?(?:55|56|33|81)\)?[ .-]{1,3}\d{4}[ .-]{1,2}\d{4}"
    r"|\(?[2-9]\d\d\)?[ -]{1,3}\d{3}[ -]\d\d[ -]\d\d"
    r"|(?:55|56|33|81)[ .-]\d\d[ .-]\d\d[ .-]\d\d[ .-]\d\d)"
)
_MEXICO_BY_PREFIX = (
    r"(?:04[45]|0?1[ .-](?=[2-9]\d[ .)-])|52[ -]1?)[ .-]{0,2}\(?\d(?:[ .()-]{0,3}\d){9}"
)
_CENTRAL_AMERICA = r"\(?50[2-8]\)?[ .-]{1,2}\d{4}[ .-]{0,2}\d{4}"
_SOUTH = re.compile(rf"{_BEGINS}(?:{_MEXICO}|{_MEXICO_BY_PREFIX}|{_CENTRAL_AMERICA}){_ENDS}")
_ABROAD = re.compile(
    rf"[+0](?<![\d+].)(?<!\d[.,/-].)(?:(?<=\+)|0|11[ -]?)(?<!\w00)"
    rf"[1-9]\d{{0,2}}(?:[ .()/-]{{0,3}}\d){{7,12}}{_ENDS}"
)
_TOLL_FREE = re.compile(r"(?:00|011|01)?(?:1|52)?8(?:00|33|44|55|66|77|88)\d{7}")
_COUNT = re.compile(r" ?(?:%|dollar|dolar|peso|people|person|vot|views|followers|usd|mxn)")
# Words that make a bare run of ten digits something else.
_OTHER_NUMBER = re.compile(
    r"(?:isbn|order|tracking|invoice|ticket|serial|sku|item|model|part|doi|issn|pmid|oclc|confirmation"
    r"|reference|ref|case|docket|pedido|factura|rastreo|guia|folio|caso|id|v|no\.)\b[^\d]{0,14}$"
)


def find_phone(reading: Reading) -> Iterator[Found]:
    """Private lines: neither toll-free nor, by the words around them, an office's."""
    yield from without_public_lines(reading.prose, list(_shaped(reading.prose)))


def without_public_lines(prose: str, numbers: Sequence[Found]) -> Iterator[Found]:
    """The numbers that are neither toll-free nor called a hotline or an office."""
    offices = offices_in(prose) if numbers else Offices(prose)
    for found in numbers:
        digits = only_digits(prose[found.start : found.end])
        if not (_TOLL_FREE.fullmatch(digits) or offices.have_line(found)):
            yield found


def _shaped(prose: str) -> Iterator[Found]:
    for match in _NORTH_AMERICA.finditer(prose):
        if match["a"] or match["b"]:
            yield Found(Kind.PHONE, *match.span(), NO_CUE)
        elif _may_be_bare(prose, match):
            yield Found(Kind.PHONE, *match.span(), NO_CUE + 1)
    for match in _SOUTH.finditer(prose):
        yield Found(Kind.PHONE, *match.span(), NO_CUE)
    for match in _ABROAD.finditer(prose):
        if not _COUNT.match(prose, match.end()):
            yield Found(Kind.PHONE, *match.span(), 0 if match[0][0] == "+" else NO_CUE)


def _may_be_bare(prose: str, match: re.Match[str]) -> bool:
    """Whether ten digits in a row may be a number that was issued, and are not called other."""
    is_issued = match["area"][1:] != "11" and match["exchange"][0] in "23456789"
    before = prose[max(0, match.start() - 30) : match.start()]
    return (
        is_issued
        and not match[0].endswith("0000")
        and not _OTHER_NUMBER.search(before)
        and not _COUNT.match(prose, match.end())
    )
