"""Digits written as words or letters, "two one cinco", "555-O142": turned back into digits."""

import re
from collections.abc import Sequence
from dataclasses import replace

from comments.personal_data.folding import Folded

_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPANISH = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_DIGITS = {word: str(digit) for words in (_ENGLISH, _SPANISH) for digit, word in enumerate(words)}
_ONE = rf"(?:\d|oh|{'|'.join(_DIGITS)})\b"
# Seven in a row are a local phone number; fewer are counting.
_RUN = re.compile(rf"(?<![a-z0-9]){_ONE}(?:[ .-]{{1,3}}{_ONE}){{6,40}}+")
# The letter among digits that look like it: no word, so no "4 o 5".
_LETTER = re.compile(r"(?<=\d)[oli](?=\d)|(?<=\d[-.])o(?=\d\d)")
_WORD = re.compile(r"\d|[a-z]{2,6}")


def with_digits(folded: Folded) -> Folded:
    """The same text with digits for letters that stand for them, and for words that spell them.

    Seven or more single digits in a row are written together.
    """
    text = _LETTER.sub(lambda letter: "0" if letter[0] == "o" else "1", folded.text)
    return _with_runs(replace(folded, text=text) if text != folded.text else folded)


def _with_runs(folded: Folded) -> Folded:
    parts: list[Folded] = []
    done = 0
    for run in _RUN.finditer(folded.text):
        parts += [_part(folded, done, run.start()), _digits(folded, run)]
        done = run.end()
    return _joined([*parts, _part(folded, done, len(folded.text))]) if parts else folded


def _part(folded: Folded, start: int, end: int) -> Folded:
    return Folded(folded.text[start:end], folded.starts[start:end], folded.ends[start:end])


def _digits(folded: Folded, run: re.Match[str]) -> Folded:
    words = list(_WORD.finditer(folded.text, *run.span()))
    text = "".join(word[0] if word[0].isdigit() else _DIGITS.get(word[0], "0") for word in words)
    starts = [folded.starts[word.start()] for word in words]
    return Folded(text, starts, [folded.ends[word.end() - 1] for word in words])


def _joined(parts: Sequence[Folded]) -> Folded:
    return Folded(
        "".join(part.text for part in parts),
        [place for part in parts for place in part.starts],
        [place for part in parts for place in part.ends],
    )
