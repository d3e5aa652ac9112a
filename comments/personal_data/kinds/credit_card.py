"""Payment cards: a known first group, a length that goes with it, and a right check digit.

Beside the word "card" the check digit may be wrong: one slip of a finger hides no card.
"""

import re
from collections.abc import Iterator

from comments.personal_data.checksums import passes_luhn
from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import gap, only_digits
from comments.personal_data.span import Found, Kind

# Looked at with overlap, so that a number before or after the card does not hide it.
_RUN = re.compile(r"[2-6](?<![\d$€].)(?<!\d[.,].)\d{3}(?=((?:[ .-]{0,2}\d){9,15}))")
_GROUP = re.compile(r"\d{1,19}")
# First digits and lengths of Visa, Mastercard, American Express, Discover, Diners Club, JCB and
# UnionPay (ISO/IEC 7812 ranges as the networks publish them, 2025).
_ISSUERS = (
    (re.compile(r"4"), (13, 16, 19)),
    (re.compile(r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"6011|64[4-9]|65"), (16, 19)),
    (re.compile(r"30[0-5]|36|3[89]"), (14,)),
    (re.compile(r"35(?:2[89]|[3-8])"), (16,)),
    (re.compile(r"62"), (16, 17, 18, 19)),
)
_CUE = Cue(
    {
        "card": "s?(?: number| #)?",
        "tarjeta": "s?",
        "visa": "",
        "master": " ?card",
        "amex": "",
        "american express": "",
    }
)
_BY_NAME = re.compile(
    rf"{_CUE.pattern}{gap(25)}(?P<datum>[2-6]\d{{3}}(?:(?:[ .-]?\d{{4}}){{3}}"
    r"|[ .-]?\d{6}[ .-]?\d{5}))(?!\d)"
)


def find_credit_card(reading: Reading) -> Iterator[Found]:
    """Cards in any grouping after their first four digits."""
    for run in _RUN.finditer(reading.prose):
        lengths = _lengths(run[0])
        if lengths and (end := _end(reading.prose, run, lengths)):
            yield Found(Kind.CREDIT_CARD, run.start(), end)
    for match in _CUE.finditer(_BY_NAME, reading.prose):
        if len(only_digits(match["datum"])) in _lengths(match["datum"]):
            yield Found(Kind.CREDIT_CARD, *match.span("datum"), 1 + len(match["gap"]))


def _lengths(number: str) -> tuple[int, ...]:
    """How many digits a card that begins so may have; none if nobody issues such cards."""
    return next((lengths for issuer, lengths in _ISSUERS if issuer.match(number)), ())


def _end(prose: str, run: re.Match[str], lengths: tuple[int, ...]) -> int | None:
    """Where the card ends: at a length of its issuer, not inside a group, with its check digit."""
    number = ""
    for group in _GROUP.finditer(prose, run.start(), run.end(1)):
        number += group[0]
        is_whole = not prose[group.end() : group.end() + 1].isdigit()
        if is_whole and len(number) in lengths and passes_luhn(number):
            return group.end()
    return None
