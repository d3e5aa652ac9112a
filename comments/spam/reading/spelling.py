"""Words that are spelled to be overlooked: s p a c e d, or with d1gits for letters."""

import re

# Three or more single characters, one space apart: wider gaps part words.
_SPACED = re.compile(r"(?<!\S)\S(?: \S){2,}(?!\S)")
# Four or more letters with the same sign between each two.
_SEPARATED = re.compile(r"(?<!\w)\w([.\-_*|])\w(?:\1\w){2,}(?!\w)")
_SIGN = re.compile(r"[.\-_*|]")
_SPACED_SHORT_WORD = re.compile(r"(?<!\S)(\w) (\w)(?!\S)")

_LETTERS = str.maketrans("013457@$!|", "oieastasil")
# An address of e-mail is one, though "@" may stand for a letter elsewhere.
_TOKEN = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]*|[a-z0-9@$!|]+")
# A digit or sign between letters, or in the place of the first of four and more.
_LEET = re.compile(r"[a-z][0-9@$!|]+[a-z]|^[@$5013][a-z]{3}")


def join_spaced_letters(text: str) -> tuple[str, int]:
    """The text with words of spaced letters joined, and how many runs of them there were."""
    text, spaced = _SPACED.subn(lambda match: match[0].replace(" ", ""), text)
    if spaced:
        text = _SPACED_SHORT_WORD.sub(r"\1\2", text)  # "m y", beside longer ones
    text, separated = _SEPARATED.subn(lambda match: _SIGN.sub("", match[0]), text)
    return text, spaced + separated


def spell_out_leet(text: str) -> tuple[str, int]:
    """The text (small letters) with digits and signs inside words as letters; how many words.

    Digits that only begin or end a word ("2nd", "covid19") are honest, unless a sign or digit
    stands for the first letter of a longer one ("$ubscribe").
    """
    count = 0

    def spell_out(match: re.Match[str]) -> str:
        nonlocal count
        word = match[0].rstrip("!")
        if "." in word or not _LEET.search(word):
            return match[0]
        spelled = word.translate(_LETTERS)
        count += spelled != word
        return spelled + match[0][len(word) :]

    return _TOKEN.sub(spell_out, text), count
