"""Letters that are not what they seem: invisible, of another width, look-alikes, with marks."""

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

# Characters that are drawn as nothing (Unicode 15, Default_Ignorable_Code_Point).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]"
)
# Between two letters nobody needs one; after a sign of an emoji or in Persian they are honest.
_HIDDEN_IN_A_WORD = re.compile(rf"(?<=[a-zA-Z]){_INVISIBLE.pattern}+(?=[a-zA-Z])")
_COMPATIBILITY = re.compile(
    "[\u2460-\u24ff\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189]"
)
MAX_UNFOLDED = 3  # as in a ligature or a fraction

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_WORD = re.compile(r"\w*[^\W\x00-\x7f]\w*")  # holds a letter that is not ASCII


def strip_invisible(text: str) -> tuple[str, int]:
    """The text without invisible characters, and in how many places they cut a word."""
    if text.isascii():
        return text, 0
    return _INVISIBLE.sub("", text), len(_HIDDEN_IN_A_WORD.findall(text))


def fold_compatibility(text: str) -> tuple[str, int]:
    """Full-width, circled and mathematical letters as plain ones, and how many there were."""
    if text.isascii():
        return text, 0
    return "".join(map(_folded, text)), len(_COMPATIBILITY.findall(text))


def _folded(char: str) -> str:
    """A character as plain ones, but for one that stands for a whole phrase.

    Texts would grow without bound by it, and be long to read.
    """
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) <= MAX_UNFOLDED else char


def fold_look_alikes(text: str) -> tuple[str, int]:
    """Letters that look Latin as Latin, only in words that mix scripts; and how many such words.

    Honest Cyrillic and Greek words stay.
    """
    count = 0

    def fold(match: re.Match[str]) -> str:
        nonlocal count
        word = match[0]
        folded = word.translate(_look_alikes()) if _LATIN.search(word) else word
        count += folded != word
        return folded

    return (text, 0) if text.isascii() else (_WORD.sub(fold, text), count)


def strip_marks(text: str) -> str:
    """The text in small letters without accents and other marks."""
    if text.isascii():
        return text.lower()
    return "".join(_bare(char) for char in text).lower()


def _bare(char: str) -> str:
    """Character by character: to put a long run of marks in order takes quadratic time."""
    if char.isascii():
        return char
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


@cache
def _look_alikes() -> dict[int, str]:
    """The one letter that each letter of other scripts looks like (Unicode TR 39).

    Read from the file of the package confusable-homoglyphs, which would keep all of it in memory.
    A small letter without an entry takes after its capital.
    """
    table = json.loads((files("confusable_homoglyphs") / "confusables.json").read_text("utf-8"))
    found = {}
    for char, entries in table.items():
        if len(char) == 1 and not char.isascii() and char.isalpha() and _is_foreign(char):
            letter = next((e["c"] for e in entries if len(e["c"]) == 1 and e["c"].isascii()), "")
            if letter.isalnum():
                found[ord(char)] = letter.lower()
    return found


def _is_foreign(char: str) -> bool:
    return not unicodedata.name(char, "").startswith("LATIN")
