"""Social Security numbers: three, two, four digits.

Never issued: areas 000, 666 and 9xx, group 00, serial 0000 (Social Security Administration,
"Social Security Number Randomization", 2011).
"""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import ENDS_DIGITS, FIRST, digits, gap, only_digits
from comments.personal_data.span import NO_CUE, Found, Kind

_SEP = r"(?: ?- ?| |\.|_|/)"
_BY_SHAPE = re.compile(
    rf"[0-8]{FIRST}(?:(?<!\d .)|(?=\d\d[-.]))\d\d(?<!000)(?<!666){_SEP}(?!00)\d\d{_SEP}(?!0000)"
    rf"\d{{4}}{ENDS_DIGITS}(?:(?! \d)|(?<! \d{{4}}))"  # not the beginning of more groups
)
_CUE = Cue(
    {
        "ss": r"[ns]?(?:\b ?#)?",
        "s.s.": r"n?\.?",
        "nss": "",
        "soc": r"(?:ial)?(?:\.? sec(?:urity)?)?",
        "seguro": r"(?: social)?",
        "socail": "",
        "sosial": "",
        "soshal": "",
    }
)
_EIGHT = digits(8, 8, between="[ ._/-]{0,3}")
_BY_NAME = re.compile(rf"{_CUE.pattern}{gap(60)}(?P<datum>\d[ ._/-]{{0,3}}{_EIGHT}){ENDS_DIGITS}")
_NAMED_AFTER = re.compile(
    rf"(?P<datum>\d{FIRST}[ ._/-]{{0,3}}{_EIGHT})\b(?P<gap>[^\d.!?\n]{{0,15}}?){_CUE.pattern}"
)


def find_ssn(reading: Reading) -> Iterator[Found]:
    """Numbers that may have been issued, by their shape; beside a cue, in any grouping."""
    for match in _BY_SHAPE.finditer(reading.prose):
        yield Found(Kind.SSN, *match.span(), NO_CUE)
    for pattern in (_BY_NAME, _NAMED_AFTER):
        for match in _CUE.finditer(pattern, reading.prose):
            if only_digits(match["datum"]).strip("0"):
                yield Found(Kind.SSN, *match.span("datum"), 1 + len(match["gap"]))
