"""What a search asks for, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from blog.searching.filing import Facet
from blog.searching.words import MAX_CHARACTERS, words_in

WORDS, PAGE = "q", "page"
MOST_DIGITS = 9
RESULTS_PER_PAGE = 10
# So many hits are put into order, counted and paged through; whoever has more says more.
RARE = 1_000
LAST_PAGE = RARE // RESULTS_PER_PAGE


@dataclass(frozen=True)
class Query:
    """`typed` as it was typed; `facets` are the numbers by which it is narrowed down."""

    typed: str = ""
    facets: tuple[tuple[Facet, int], ...] = ()
    page: int = 1

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Self:
        """What an address asks for; whatever makes no sense in it counts as absent."""
        typed = " ".join(asked.get(WORDS, "")[:MAX_CHARACTERS].split())
        facets = ((facet, _number(asked.get(facet, ""))) for facet in Facet)
        page = min(_number(asked.get(PAGE, "")) or 1, LAST_PAGE)
        return cls(typed, tuple((facet, number) for facet, number in facets if number), page)

    @property
    def words(self) -> list[str]:
        """The words to look for."""
        return words_in(self.typed)

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words or self.facets)

    def number_of(self, facet: Facet) -> int | None:
        """By which number of a facet it is narrowed down."""
        return dict(self.facets).get(facet)

    def narrowed(self, facet: Facet, number: int | None) -> Self:
        """The same, narrowed down by this number of a facet, or by none."""
        others = {each: value for each, value in self.facets if each != facet}
        wanted = others | ({facet: number} if number else {})
        return replace(self, facets=tuple(wanted.items()), page=1)

    @property
    def url(self) -> str:
        """What its address ends with."""
        pairs: list[tuple[str, object]] = [(WORDS, self.typed), *self.facets]
        if self.page > 1:
            pairs.append((PAGE, self.page))
        return "?" + urlencode(pairs)


def _number(written: str) -> int:
    is_number = written.isascii() and written.isdecimal() and len(written) <= MOST_DIGITS
    return int(written) if is_number else 0
