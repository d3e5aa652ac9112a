"""A text as a row of words, so that a phrase is found whole and "ass" never in "class".

Scripts that leave no space between words (Chinese, Japanese, Thai and their neighbours) give one
word for each sign. A phrase of several signs is found wherever they follow one another.
"""

import re
import unicodedata

UNSPACED = re.compile(
    "([\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff])"
)
_PARTS_OF_WORDS = ("L", "M", "N")  # letters, marks and numbers of every script


def words(text: str) -> list[str]:
    """The words of a text, without case, width, punctuation and what the eye does not see.

    Accents stay: in Spanish they make other words ("ano", "año"). Linear in time for cleaned
    texts.
    """
    folded = fold(text)
    parts = {sign: _part(sign) for sign in set(folded)}
    spoken = "".join([parts[sign] for sign in folded])
    return UNSPACED.sub(r" \1 ", spoken).split()


def fold(text: str) -> str:
    """The text in one form for the many ways to write the same letters."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Asked first: the answer is nearly always yes, and costs a tenth.
    is_done = unicodedata.is_normalized("NFKC", folded)
    return folded if is_done else unicodedata.normalize("NFKC", folded)


def _part(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    return sign if category[0] in _PARTS_OF_WORDS else " "
