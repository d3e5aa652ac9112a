"""Words with personal data in them, for moderators: covered until they ask for it."""

from dataclasses import dataclass

from comments.exposure import exposures
from comments.models import CommentSettings
from comments.spam import Sign
from comments.views.wording import DATUM


@dataclass(frozen=True)
class Segment:
    """A stretch of text; `kind` names what it is when it is covered."""

    text: str
    kind: str = ""


def has_personal_data(evidence: list[dict[str, str]]) -> bool:
    """Whether the checks found some when the words came in."""
    return any(item.get("sign") == Sign.PERSONAL_DATA for item in evidence)


def masked(text: str, settings: CommentSettings) -> list[Segment]:
    """The text in stretches, those that could endanger somebody by the name of their kind."""
    segments, end = [], 0
    for span in exposures(text, settings):
        segments.append(Segment(text[end : span.start]))
        segments.append(Segment(text[span.start : span.end], str(DATUM[span.kind])))
        end = span.end
    segments.append(Segment(text[end:]))
    return [segment for segment in segments if segment.text]
