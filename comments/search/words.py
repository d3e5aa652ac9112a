"""What somebody typed into a search box, as the words that are looked for; plain Python."""

import re
import unicodedata

# Nobody looks for more; what is pasted may be of any length.
MAX_CHARACTERS = 1_000
MAX_WORDS = 12
MAX_WORD_CHARACTERS = 60
WORD = re.compile(r"[^\W_]+")


def words_in(typed: str) -> list[str]:
    """The words, folded as the index folds them; signs are no words, so there may be none."""
    return [word[:MAX_WORD_CHARACTERS] for word in WORD.findall(fold(typed))][:MAX_WORDS]


def fold(typed: str) -> str:
    """Small letters, without marks: "López" is found by "lopez"."""
    apart = unicodedata.normalize("NFD", typed[:MAX_CHARACTERS])
    return "".join(each for each in apart if not unicodedata.combining(each)).lower()
