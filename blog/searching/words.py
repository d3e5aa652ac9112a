"""What somebody typed into the search box, as the words that are looked for; plain Python."""

import re
import unicodedata

MAX_CHARACTERS = 200  # more than anybody types; what is pasted may be of any length
MAX_WORDS = 12
MAX_WORD_CHARACTERS = 60
# Of fewer letters begin too many words: to go through them would take longer than all the rest.
SHORTEST_BEGINNING = 3
# Signs that belong to the letter before them: vowels of Hindi, Thai, Arabic.
MARKS = "".join(
    chr(number)
    for number in range(0x300, 0x3000)
    if unicodedata.category(chr(number)).startswith("M")
)
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
MARK = re.compile("[\u0300-\u036f]")


def words_in(typed: str) -> list[str]:
    """The words, folded as the index folds them; signs are no words, so there may be none."""
    found = WORD.findall(fold(typed[:MAX_CHARACTERS]))
    return [word[:MAX_WORD_CHARACTERS] for word in found][:MAX_WORDS]


def may_go_on(word: str) -> bool:
    """Whether the last word typed may be the beginning of one; a sign of Chinese says much."""
    return len(word) >= SHORTEST_BEGINNING or not word.isascii()


def fold(text: str) -> str:
    """Small letters, Latin ones without marks: "López" is found by "lopez".

    As both databases do it. Elsewhere a mark makes another letter: the Cyrillic Ё, a Greek accent.
    """
    if text.isascii():
        return text.lower()
    plain = "".join(_plain(letter) for letter in unicodedata.normalize("NFC", text))
    return MARK.sub("", plain).lower()


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
