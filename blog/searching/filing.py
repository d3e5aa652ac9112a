"""What a post can be narrowed down by, as words of the full-text index; plain Python."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from string import digits


class Facet(StrEnum):
    """By what a search is narrowed down; the value is the key in its address."""

    YEAR = "year"
    TOPIC = "topic"
    CAMPAIGN = "campaign"
    AUTHOR = "author"


INDEX = "index"


def word(kind: str, number: int) -> str:
    """One such word: "topic5". No language has it."""
    return f"{kind}{number}"


def counts(filed: Iterable[str]) -> Mapping[Facet, Counter[int]]:
    """How many rows are filed under each number of each facet; `filed` are the words of each."""
    found: dict[str, Counter[int]] = {facet: Counter() for facet in Facet}
    for each, count in Counter(" ".join(filed).split()).items():
        kind = each.rstrip(digits)
        if kind in found:
            found[kind][int(each.removeprefix(kind))] = count
    return {facet: found[facet] for facet in Facet}


def words(pairs: Iterable[tuple[str, int]]) -> str:
    """All words of a post, as its row holds them."""
    return " ".join(word(kind, number) for kind, number in pairs)
