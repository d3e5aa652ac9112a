"""The list of finders, and which of two that overlap is right."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from comments.personal_data.allowed import NOTHING, Allowed
from comments.personal_data.kinds.a_number import find_a_number
from comments.personal_data.kinds.bank_account import find_bank_account
from comments.personal_data.kinds.court_or_detention_id import find_court_or_detention_id
from comments.personal_data.kinds.credit_card import find_credit_card
from comments.personal_data.kinds.date_of_birth import find_date_of_birth
from comments.personal_data.kinds.email import find_email
from comments.personal_data.kinds.gps import find_gps
from comments.personal_data.kinds.itin import find_itin
from comments.personal_data.kinds.license_plate import find_license_plate
from comments.personal_data.kinds.passport import find_passport
from comments.personal_data.kinds.phone import find_phone
from comments.personal_data.kinds.phone_cued import find_phone_by_cue
from comments.personal_data.kinds.ssn import find_ssn
from comments.personal_data.kinds.street_address import find_street_address
from comments.personal_data.kinds.uscis_receipt import find_uscis_receipt
from comments.personal_data.reading import Reading, read
from comments.personal_data.span import Found, Kind, Span

Finder = Callable[[Reading], Iterator[Found]]

FINDERS: tuple[Finder, ...] = (
    find_uscis_receipt,
    find_a_number,
    find_credit_card,
    find_itin,
    find_ssn,
    find_email,
    find_gps,
    find_date_of_birth,
    find_passport,
    find_bank_account,
    find_phone,
    find_phone_by_cue,
    find_license_plate,
    find_court_or_detention_id,
    find_street_address,
)
_RANKS = {kind: rank for rank, kind in enumerate(Kind)}


def find(text: str, *, allowed: Allowed = NOTHING) -> tuple[Span, ...]:
    """The spans of `text` that could endanger a person, from first to last, never overlapping.

    Takes time in proportion to the text: 1 ms of CPU for 1,000 characters, 3 ms of the worst kind
    (measured November 2026; `script/drill personal_data` measures again).
    """
    reading = read(text)
    candidates = _without_parts([found for finder in FINDERS for found in finder(reading)])
    spans = (reading.span(found) for found in _without_overlaps(candidates))
    return tuple(
        span for span in spans if not allowed.permits(span.kind, text[span.start : span.end])
    )


def _without_parts(candidates: Iterable[Found]) -> list[Found]:
    """Of one kind the longer swallows the shorter inside it, and is as sure as the surer."""
    whole: dict[Kind, list[Found]] = {kind: [] for kind in _RANKS}
    for found in sorted(candidates, key=lambda found: (found.start, -found.end)):
        others = whole[found.kind]
        if not others or found.end > others[-1].end:
            others.append(found)
        elif found.doubt < others[-1].doubt:
            others[-1] = replace(others[-1], doubt=found.doubt)
    return [found for others in whole.values() for found in others]


def _without_overlaps(candidates: Iterable[Found]) -> list[Found]:
    """Those that overlap no surer one, in the order of the text."""
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda found: (found.doubt, _RANKS[found.kind])):
        place = bisect_left(kept, found.start, key=lambda other: other.start)
        is_free_before = place == 0 or kept[place - 1].end <= found.start
        is_free_after = place == len(kept) or found.end <= kept[place].start
        if is_free_before and is_free_after:
            kept.insert(place, found)
    return kept
