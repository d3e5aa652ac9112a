"""Bank accounts: account and routing numbers beside their cue, CLABE and IBAN by check digits."""

import re
from collections.abc import Iterator

from comments.personal_data.checksums import passes_aba, passes_clabe, passes_iban
from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import ENDS_DIGITS, FIRST, digits, gap, is_date, only_digits
from comments.personal_data.span import NO_CUE, Found, Kind

_OF_ACCOUNT = r"\.? de (?:la |mi |su )?cuenta"
_ACCOUNT = Cue(
    {
        "bank ac": r"(?:oun|c)?c?t",
        "checking": r"(?: acc(?:oun)?t)?",
        "saving": r"s?(?: acc(?:oun)?t)?",
        "acct": "",
        "account": r" ?(?:number|num|no\b\.?|nr|is|#)",
        "cuenta ": r"(?:bancaria|corriente|clabe)",
        "cuenta de ": r"(?:banco|cheques?|ahorros?|debito|nomina)",
        "num": rf"(?:ero)?{_OF_ACCOUNT}",
        "no": _OF_ACCOUNT,
        "clabe": r"(?: interbancaria)?",
    }
)
_LOOSE_ACCOUNT = Cue({"account": "", "cuenta": ""})
_ROUTING = Cue(
    {
        "routing": r"(?: ?(?:number|num|no|nr|#))?",
        "aba": r"(?: ?(?:number|num|no|nr|#))?",
        "transit": r" (?:number|num|no|nr|#)",
        "ruta": r"(?: bancaria)?",
        "num": r"(?:ero)?\.? de ruta",
    }
)
_NAMED = (
    (_ACCOUNT, re.compile(rf"{_ACCOUNT.pattern}{gap(30)}(?P<datum>{digits(5, 20)}){ENDS_DIGITS}")),
    (
        _LOOSE_ACCOUNT,
        re.compile(rf"{_LOOSE_ACCOUNT.pattern}{gap(20)}(?P<datum>{digits(8, 20)}){ENDS_DIGITS}"),
    ),
)
_ROUTED = re.compile(
    rf"(?P<name>{_ROUTING.pattern}){gap(25)}(?P<datum>{digits(9, 9)}){ENDS_DIGITS}"
)
_IBAN = re.compile(
    r"[a-z](?<![a-z0-9].)[a-z]\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])"
)
_CLABE = re.compile(rf"\d{FIRST}(?:[ .-]{{0,2}}\d){{17}}{ENDS_DIGITS}")
_MONEY = re.compile(r" ?(?:dollar|dolar|peso|usd|mxn|euro|bucks|mil\b|followers|seguidores|people)")


def find_bank_account(reading: Reading) -> Iterator[Found]:
    """Account numbers beside a cue; routing numbers; CLABE and IBAN."""
    prose = reading.prose
    for cue, pattern in _NAMED:
        for match in cue.finditer(pattern, prose):
            if not is_date(match["datum"]) and not _MONEY.match(prose, match.end()):
                yield Found(Kind.BANK_ACCOUNT, *match.span("datum"), 1 + len(match["gap"]))
    for match in _ROUTING.finditer(_ROUTED, prose):
        # "ruta" alone is a bus line too: then the check digit decides.
        if " " in match["name"] or passes_aba(only_digits(match["datum"])):
            yield Found(Kind.BANK_ACCOUNT, *match.span("datum"), 1 + len(match["gap"]))
    yield from _checked(prose)


def _checked(prose: str) -> Iterator[Found]:
    for match in _IBAN.finditer(prose):
        if passes_iban(re.sub(r"[ -]", "", match[0])):
            yield Found(Kind.BANK_ACCOUNT, *match.span())
    for match in _CLABE.finditer(prose):
        if passes_clabe(only_digits(match[0])):
            yield Found(Kind.BANK_ACCOUNT, *match.span(), NO_CUE)
