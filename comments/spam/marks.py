"""What marks a text beside its words: a few counts that the model weighs like words.

None of them tells how long a text is: length tells where a comment comes from, not what it wants.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from comments.spam.reading import Reading

# From the list of splorp/wordpress-comment-blocklist (MIT, Grant Hutchinson) and our own.
_SHORTENERS = frozenset((files("comments.spam") / "shorteners.txt").read_text("utf-8").split())
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
_PHONE = re.compile(r"(?<![\d+])\+?\d(?:[ ().-]{0,2}\d){8,14}(?!\d)")
_MONEY = re.compile(r"[$£€]\s?\d|\d\s?(?:[$£€]|usd\b|dollars\b|euros\b|pounds\b|bucks\b)", re.I)
_FORUM_MARKUP = re.compile(r"\[/?(?:url|link|img)\b", re.IGNORECASE)
_HTML_LINK = re.compile(r"<a\s|</a>|href\s?=", re.IGNORECASE)
MIN_LETTERS_FOR_CAPITALS = 10


@dataclass(frozen=True)
class Mark:
    """A count from `full_at` on weighs no more than that many."""

    name: str
    count: Callable[[Reading], float]
    full_at: float = 3


def _found(name: str) -> Callable[[Reading], float]:
    return lambda reading: reading.found[name]


def _matches(pattern: re.Pattern[str]) -> Callable[[Reading], float]:
    return lambda reading: len(pattern.findall(reading.typed))


def _share_of_capitals(reading: Reading) -> float:
    letters = sum(char.isalpha() for char in reading.typed)
    if letters < MIN_LETTERS_FOR_CAPITALS:
        return 0.0
    return sum(char.isupper() for char in reading.typed) / letters


# Their order is part of every stored model: append, and raise features.VERSION.
MARKS: tuple[Mark, ...] = (
    Mark("invisible", _found("invisible")),
    Mark("compatibility", _found("compatibility")),
    Mark("look_alikes", _found("look_alikes")),
    Mark("repaired_addresses", _found("repaired_addresses")),
    Mark("spaced_letters", _found("spaced_letters")),
    Mark("leet", _found("leet")),
    Mark("links", lambda reading: len(reading.hosts)),
    Mark("hosts", lambda reading: len(set(reading.hosts))),
    Mark("shorteners", lambda reading: sum(host in _SHORTENERS for host in reading.hosts)),
    Mark("emails", _matches(_EMAIL)),
    Mark("phones", _matches(_PHONE)),
    Mark("money", _matches(_MONEY)),
    Mark("forum_markup", _matches(_FORUM_MARKUP)),
    Mark("html_links", _matches(_HTML_LINK)),
    Mark("capitals", _share_of_capitals, full_at=1),
    Mark("exclamations", lambda reading: reading.typed.count("!"), full_at=5),
)


def marks_of(reading: Reading) -> list[float]:
    """How strongly each of `MARKS` shows, from 0 to 1."""
    return [min(mark.count(reading) / mark.full_at, 1.0) for mark in MARKS]
