"""A comment as the eye reads it, with the way back to the text as it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from comments.personal_data.folding import folded
from comments.personal_data.links import without_links
from comments.personal_data.span import Found, Span
from comments.personal_data.spelled import with_digits


@dataclass(frozen=True)
class Reading:
    """`plain` is lower case without accents; `prose` is the same with the links blanked out.

    Character i of both was written at `original[starts[i]:ends[i]]`.
    """

    original: str
    plain: str
    prose: str
    starts: Sequence[int]
    ends: Sequence[int]

    def written(self, start: int, end: int) -> str:
        """The original text behind a stretch of the reading."""
        return self.original[self.starts[start] : self.ends[end - 1]]

    def span(self, found: Found) -> Span:
        """Where a datum of the reading stands in the original text."""
        return Span(found.kind, self.starts[found.start], self.ends[found.end - 1])


def read(text: str) -> Reading:
    """Folds every sign, turns spelled digits into digits and blanks the links."""
    plain = with_digits(folded(text))
    return Reading(text, plain.text, without_links(plain.text), plain.starts, plain.ends)
