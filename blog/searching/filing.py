"""What a post can be narrowed down by, as words of the full-text index; plain Python."""

from collections.abc import Iterable
from enum import StrEnum


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


def numbers(filed: str, facet: Facet) -> list[int]:
    """The numbers that a row's words name of a facet."""
    return [
        int(each.removeprefix(facet))
        for each in filed.split()
        if each.startswith(facet) and each.removeprefix(facet).isdecimal()
    ]


def words(pairs: Iterable[tuple[str, int]]) -> str:
    """All words of a post, as its row holds them."""
    return " ".join(word(kind, number) for kind, number in pairs)
