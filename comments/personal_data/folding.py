"""Signs as the eye reads them: one plain form for the many ways to write the same sign."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc"})  # zero width, accents alone, controls
# Signs whose compatibility form is missing or says something else ("º" would become "o").
_SIGNS = {
    **dict.fromkeys("\u00ba\u02da\u00b0\u1d52", "°"),
    **dict.fromkeys("\u2018\u2019\u201b\u2032\u00b4\u02b9\u02bc`", "'"),
    **dict.fromkeys("\u201c\u201d\u2033\u02ba", '"'),
    **dict.fromkeys("\u00b7\u2022\u2219\u30fb\u3002\u2027", "."),
    **dict.fromkeys("\u2212\u2043\u02d7\u30fc", "-"),
    **dict.fromkeys("\n\u2028\u2029\x0b\x0c\x85", "\n"),
    **dict.fromkeys("\t\r\u3164", " "),
    "\u2116": "#",  # the numero sign
}
# Small letters of other scripts that look like ours.
_LOOK_ALIKES = str.maketrans("авекмнорстухіјѕαβεικνορτυχ", "abekmhopctyxijsabeikvoptux")


@dataclass(frozen=True)
class Folded:
    """A plain text whose character i stands for the original's `[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def folded(text: str) -> Folded:
    """The text in plain, lower-case signs; what the eye does not see is left out."""
    if text.isascii() and text.isprintable():
        return Folded(text.lower(), range(len(text)), range(1, len(text) + 1))
    forms = {character: fold(character) for character in set(text)}
    pieces = [forms[character] for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return Folded("".join(pieces), places, [place + 1 for place in places])


def fold(character: str) -> str:
    """The plain, lower-case form of one character; empty when the eye sees nothing there."""
    if character in _SIGNS:
        return _SIGNS[character]
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    if category in ("Zs", "Pd"):
        return " " if category == "Zs" else "-"
    if category == "Nd":
        return str(unicodedata.digit(character))
    return _fold_letter(character)


def _fold_letter(character: str) -> str:
    """One letter for one sign, or a page of ligatures would be read at many times its length."""
    if unicodedata.decomposition(character).startswith("<super>"):
        return character  # a footnote's number belongs to no other number
    letters = unicodedata.normalize("NFKD", character)
    plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn").lower()
    return plain.translate(_LOOK_ALIKES) if len(plain) == 1 else character
