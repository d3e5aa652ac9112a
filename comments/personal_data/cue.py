"""Words that name a kind of number: "ssn", "seguro social", "my cell"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Cue:
    """Each way to say it, as a plain beginning and the pattern of its ending.

    A text without any of the beginnings is not searched: looking for plain letters costs next to
    nothing, a pattern a millisecond for each 20,000 characters.
    """

    words: Mapping[str, str]

    @property
    def pattern(self) -> str:
        r"""One pattern for all, at the edges of words.

        It opens with a letter, not with `\b`, so that the regular expression machine skips at
        once over characters with which no cue begins.
        """
        letters = groupby(sorted(self.words), key=lambda beginning: beginning[0])
        ways = [rf"{first}(?<![a-z0-9]{first})(?:{self._rest(found)})" for first, found in letters]
        return rf"(?:{'|'.join(ways)})(?![a-z])"

    def finditer(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """What a pattern with this cue in it finds in a text."""
        return pattern.finditer(text) if self._is_in(text) else iter(())

    def _is_in(self, text: str) -> bool:
        return any(beginning in text for beginning in self.words)

    def _rest(self, beginnings: Iterator[str]) -> str:
        longest_first = sorted(beginnings, key=len, reverse=True)
        return "|".join(f"{re.escape(word[1:])}(?:{self.words[word]})" for word in longest_first)
