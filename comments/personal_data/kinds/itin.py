"""Individual taxpayer numbers: like a Social Security number, beginning with 9.

Groups 50-65, 70-88, 90-92 and 94-99 (Internal Revenue Service, Internal Revenue Manual 3.21.263).
"""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import ENDS_DIGITS, FIRST, gap
from comments.personal_data.span import NO_CUE, Found, Kind

_SEP = r"(?: ?- ?| |\.|_|/)"
_GROUP = r"(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])"
_BY_SHAPE = re.compile(rf"9{FIRST}\d\d{_SEP}{_GROUP}{_SEP}\d{{4}}{ENDS_DIGITS}")
_CUE = Cue(
    {
        "itin": "",
        "i.t.i.n": r"\.?",
        "tax id": r"\w{0,12}",
        "taxid": "",
        "tax number": "",
        "taxpayer": r"(?:'?s)?(?: id\w{0,14})?",
        "tin": "",
        "w7": "",
        "w-7": "",
        "contribuyente": "",
        "identificacion ": "(?:tributaria|fiscal)",
        "id tributari": "[oa]",
    }
)
_REST = r"(?:[ ._/-]{0,3}\d){8}"
_BY_NAME = re.compile(rf"{_CUE.pattern}{gap(60)}(?P<datum>9{_REST}){ENDS_DIGITS}")
_NAMED_AFTER = re.compile(
    rf"(?P<datum>9{FIRST}{_REST})\b(?P<gap>[^\d.!?\n]{{0,15}}?){_CUE.pattern}"
)
_EMPLOYER = re.compile(r"\d\d-\d{7}")  # a company's number is written so


def find_itin(reading: Reading) -> Iterator[Found]:
    """Numbers of the groups in use, by their shape; beside a cue, in any grouping."""
    for match in _BY_SHAPE.finditer(reading.prose):
        yield Found(Kind.ITIN, *match.span(), NO_CUE)
    for pattern in (_BY_NAME, _NAMED_AFTER):
        for match in _CUE.finditer(pattern, reading.prose):
            if not _EMPLOYER.fullmatch(match["datum"]):
                yield Found(Kind.ITIN, *match.span("datum"), 1 + len(match["gap"]))
