"""The owner's own terms: whole words, phrases and hosts that make a comment wait, never bin it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from comments.spam.reading import read
from comments.spam.reading.addresses import SPELLED_TOP_LEVEL

# Shorter terms match too much, longer ones are no terms.
MIN_CHARACTERS = 3
MAX_CHARACTERS = 200
MAX_WORDS = 5
MAX_SHOWN = 5
_WORD = re.compile(r"\w+")
# Without its signs a term would mean something else than its author wrote ("you:-)").
_SIGN = re.compile(r"[^\w\s'\u2019]|_")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@dataclass(frozen=True)
class Terms:
    """`phrases` are words as they are read, one space apart; `hosts` stand for all below them."""

    phrases: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.phrases) + len(self.hosts)

    @classmethod
    def parse(cls, lines: Iterable[str]) -> Self:
        """The terms of a list, one on a line, without what is too short, too long or no word."""
        read_terms = {_read_term(line) for line in lines if len(line.strip()) <= MAX_CHARACTERS}
        return cls.from_text("\n".join(filter(None, read_terms)))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """What `as_text` wrote."""
        terms = frozenset(text.splitlines())
        hosts = frozenset(term for term in terms if "." in term)
        return cls(terms - hosts, hosts)

    def as_text(self) -> str:
        """The terms one on a line, to be kept."""
        return "\n".join(sorted(self.phrases | self.hosts))

    def found_in(self, name: str, text: str, hosts: Sequence[str]) -> tuple[str, ...]:
        """The first few terms that occur in a name, in a text as it is read, or among hosts."""
        found = [host for host in hosts for above in _with_above(host) if above in self.hosts]
        words = _WORD.findall(f"{read(name).text} {text}") if self.phrases else []
        for start in range(len(words)):
            ends = range(start + 1, min(start + MAX_WORDS, len(words)) + 1)
            candidates = (" ".join(words[start:end]) for end in ends)
            found += [phrase for phrase in candidates if phrase in self.phrases]
        return tuple(dict.fromkeys(found))[:MAX_SHOWN]


def _read_term(line: str) -> str:
    """A term as the text is read, "" when it is none."""
    bare = line.strip().strip("/").lower().removeprefix("www.")
    if _HOST.fullmatch(bare):
        return bare
    words = _WORD.findall(read(bare).text)
    phrase = " ".join(words)
    is_term = len(phrase) >= MIN_CHARACTERS and len(words) <= MAX_WORDS
    return "" if _SIGN.search(bare) or phrase in SPELLED_TOP_LEVEL or not is_term else phrase


def _with_above(host: str) -> list[str]:
    """The host and all that it is below of: a.b.example, b.example, example."""
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]
