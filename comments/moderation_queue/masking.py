"""Words with personal data in them, or a threat, for moderators: covered until they ask."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from comments.exposure import exposures, without
from comments.models import CommentSettings
from comments.personal_data.folding import folded
from comments.spam import Sign
from comments.urgency import has_sign
from comments.views.wording import DATUM

# Their details repeat words; those of the others are numbers and codes.
REPEATING = (
    Sign.WORDS,
    Sign.SPAM_WORDS,
    Sign.TERMS,
    Sign.NEW_HOST,
    Sign.NEW_HOSTS,
    Sign.BLOCKED,
)


@dataclass(frozen=True)
class Segment:
    """A stretch of text; `kind` names what it is when it is covered."""

    text: str
    kind: str = ""


def has_personal_data(evidence: object) -> bool:
    """Whether the checks found some when the words came in."""
    return has_sign(evidence, Sign.PERSONAL_DATA)


def has_threat(evidence: object) -> bool:
    """Whether they found what may threaten somebody."""
    return has_sign(evidence, Sign.THREAT)


def masked(text: str, settings: CommentSettings) -> list[Segment]:
    """The text in stretches, those that could endanger somebody by the name of their kind."""
    segments, end = [], 0
    for span in exposures(text, settings):
        segments.append(Segment(text[end : span.start]))
        segments.append(Segment(text[span.start : span.end], str(DATUM[span.kind])))
        end = span.end
    segments.append(Segment(text[end:]))
    return [segment for segment in segments if segment.text]


def left_out(text: str, evidence: object) -> str:
    """A text for a line of a list, where nobody can ask for what is covered: it is left out."""
    return (
        without(text, exposures(text, CommentSettings())) if has_personal_data(evidence) else text
    )


@dataclass(frozen=True)
class Cover:
    """Keeps what is covered in some words out of what was found in them.

    `open_words` are the words that stand there uncovered; None where nothing is covered.
    """

    open_words: frozenset[str] | None = None

    def over(self, sign: str, detail: str) -> str:
        """The detail of a sign, its pieces with other words than those covered."""
        if self.open_words is None or sign not in REPEATING:
            return detail
        before, mark, pieces = detail.rpartition(": ")
        said = (piece if self._is_open(piece) else _("(covered)") for piece in pieces.split(", "))
        return before + mark + ", ".join(dict.fromkeys(said))

    def _is_open(self, piece: str) -> bool:
        return self.open_words is not None and _words(piece) <= self.open_words


def cover_of(evidence: object, texts: Iterable[str], settings: CommentSettings) -> Cover:
    """What to keep out of `evidence`, which was found in the texts."""
    if not has_personal_data(evidence):
        return Cover()
    shown = (without(text, exposures(text, settings)) for text in texts)
    return Cover(frozenset().union(*map(_words, shown)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(text).text))
