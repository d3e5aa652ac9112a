"""Receipt numbers of USCIS: three letters for the office, ten digits.

Offices: Vermont EAC and VSC, California WAC and CSC, Nebraska LIN and NSC, Texas SRC and TSC,
Missouri MSC and NBC, Potomac YSC and PSC, electronic IOE, asylum offices Z and two letters
(uscis.gov, "Checking Your Case Status Online", 2025). People type the O of IOE as a zero.
"""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import digits
from comments.personal_data.span import Found, Kind

_OFFICES = "eac vsc wac csc lin nsc src tsc msc nbc ysc psc ioe i0e"
_OFFICE = Cue({**dict.fromkeys(_OFFICES.split(), ""), "z": "[a-z]{2}"})
_NUMBER = digits(10, 10, between=r"[ ./*-]{0,3}")
_BY_OFFICE = re.compile(rf"{_OFFICE.pattern}[ .:#*/-]{{0,3}}{_NUMBER}(?!\d)")
_CUE = Cue({"receipt": "s?", "recibo": "s?"})
_BY_NAME = re.compile(
    rf"{_CUE.pattern}[^\d]{{0,20}}?(?P<datum>(?<![a-z])[a-z]{{3}}[ -]?{_NUMBER})(?!\d)"
)


def find_uscis_receipt(reading: Reading) -> Iterator[Found]:
    """Ten digits after an office's letters, in a link too, or after any letters of a receipt."""
    for match in _OFFICE.finditer(_BY_OFFICE, reading.plain):
        yield Found(Kind.USCIS_RECEIPT, *match.span())
    for match in _CUE.finditer(_BY_NAME, reading.prose):
        yield Found(Kind.USCIS_RECEIPT, *match.span("datum"))
