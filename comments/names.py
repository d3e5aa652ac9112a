"""Names that pass for somebody of the staff: by letters that look alike, or by a title.

Two names with the same skeleton look the same at a glance. The look-alikes are those of Unicode
(TR 39), from the package confusable-homoglyphs; small letters take after their capitals, because
names may be written in capitals.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate
from string import digits

# Titles that only the staff may bear, in the languages of the newsroom.
ROLES = (
    "admin",
    "admins",
    "administration",
    "administrator",
    "administrators",
    "editor",
    "editors",
    "moderation",
    "moderator",
    "moderators",
    "newsroom",
    "official",
    "staff",
    "sysadmin",
    "team",
    "webmaster",
    "administración",
    "administrador",
    "administradora",
    "administradores",
    "editora",
    "editores",
    "equipo",
    "moderación",
    "moderador",
    "moderadora",
    "moderadores",
    "oficial",
    "redacción",
)

# Signs and digits written for letters; one letter for those that are drawn alike; and two for one
# that is drawn like them ("rnoderator"), character by character, so that spacing changes nothing.
_DRAWN_ALIKE = str.maketrans(
    dict(zip("01345789|!@$l", "oieastbgiiasi", strict=True)) | {"m": "rn", "w": "vv"}
)
# Those among them that close a word more often than they stand for its last letter.
_CLOSING_SIGN = re.compile(r"[|!](?!\w)")
_SIGN = re.compile(r"[|!@$]")
_SEPARATORS = re.compile(r"[^\w|!@$]+|_+")
_NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Letters and a pattern that are drawn as nothing, though Unicode calls them visible.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_OVERRIDES = ("\u202d", "\u202e")
# The letters inside the names of letters: "LATIN LETTER SMALL CAPITAL A", "NEGATIVE SQUARED ...".
_NAMED_LETTER = re.compile(
    r"(?:LATIN|SQUARED|CIRCLED|INDICATOR).* (?:LETTER|CAPITAL) ([A-Z])(?: WITH .+)?$"
)


def skeleton(name: str) -> str:
    """What a name looks like, for comparing: two names that look alike have the same skeleton.

    Small letters without spaces, marks and signs; look-alikes of other scripts, and digits that
    stand for letters, become those letters. Not to be shown. Linear in time.
    """
    return _Reading(_words(_latin_letters(name))).letters


def imitates(name: str, *, staff_names: Iterable[str]) -> str:
    """Whose name, or which title, a reader's name passes for; "" for an honest one.

    A staff name of one word must be met whole ("Ana" is not "Ana Gil"); one of several words, and
    a title, also between other words. So "Ana Pérez Gil" is held beside a staff's "Ana Pérez".
    """
    readings = list(_readings(name))
    imitated = (staff for staff in staff_names if _is_shown(staff, readings))
    borne = (role for role in ROLES if _is_held(skeleton(role), readings))
    return next(imitated, "") or next(borne, "")


class _Reading:
    """One way to read a name: its letters in a row, and where words begin and end in it."""

    def __init__(self, words: list[str]) -> None:
        skeletons = [word.casefold().translate(_DRAWN_ALIKE) for word in words]
        self.letters = "".join(skeletons)
        self.edges = {0, *accumulate(map(len, skeletons))}

    def holds(self, letters: str) -> bool:
        """Whether the letters stand between two edges of words, however they are spaced."""
        return any(
            start + len(letters) in self.edges and self.letters.startswith(letters, start)
            for start in self.edges
        )


def _is_held(letters: str, readings: list[_Reading]) -> bool:
    return any(reading.holds(letters) for reading in readings)


def _is_shown(staff_name: str, readings: list[_Reading]) -> bool:
    letters = skeleton(staff_name)
    if len(_SEPARATORS.sub(" ", _latin_letters(staff_name)).split()) > 1:
        return _is_held(letters, readings)
    return letters != "" and any(reading.letters == letters for reading in readings)


def _readings(name: str) -> Iterator[_Reading]:
    """Ways to read a name: signs as letters or as gaps; digits as letters, or off the words' ends.

    What an override turns round is read backwards, too.
    """
    latin = _latin_letters(name)
    for words in (_words(latin), _words(_SIGN.sub(" ", latin))):
        yield _Reading(words)
        yield _Reading([word.rstrip(digits) for word in words])
        yield _Reading([word.strip(digits) for word in words])
    if any(override in name for override in _OVERRIDES):
        yield _Reading(_words(latin[::-1]))


def _words(latin: str) -> list[str]:
    spaced = _CLOSING_SIGN.sub(" ", _NEW_WORD.sub(" ", latin))
    return _SEPARATORS.sub(" ", spaced).split()


def _latin_letters(name: str) -> str:
    """`name` in Latin letters as far as it looks like such, capitals kept, without marks.

    Character by character: to put a long run of marks in order takes quadratic time.
    """
    return "".join(_plain(char) for each in name for char in unicodedata.normalize("NFKD", each))


def _plain(char: str) -> str:
    """What stays of one character: itself, the letter that it looks like, or nothing."""
    if char.isascii():
        return char
    if char in _BLANK or unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Cs", "Co", "Cn"):
        return ""
    alike = _look_alikes()
    return alike.get(char) or alike.get(char.upper()) or _named_letter(char) or char


def _named_letter(char: str) -> str:
    found = _NAMED_LETTER.search(unicodedata.name(char, ""))
    return found[1] if found else ""


@cache
def _look_alikes() -> dict[str, str]:
    """The letter, or pair of them, that each character of other scripts looks like.

    Read from the file, not through the package, which would keep its 9,600 entries in memory.
    """
    table = json.loads((files("confusable_homoglyphs") / "confusables.json").read_text("utf-8"))
    found = ((char, _latin(entry["c"] for entry in table[char])) for char in table)
    return {char: letters for char, letters in found if letters and not char.isascii()}


def _latin(candidates: Iterable[str]) -> str:
    """The first candidate that is Latin once its marks are off; "" if none is."""
    bare = ("".join(c for c in each if not unicodedata.combining(c)) for each in candidates)
    return next((letters for letters in bare if letters.isascii() and letters.isalnum()), "")
