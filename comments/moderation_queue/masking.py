"""Words with personal data in them, or a threat, for moderators: covered until they ask."""

from dataclasses import dataclass

from comments.exposure import exposures
from comments.models import CommentSettings
from comments.spam import Sign
from comments.urgency import THREAT_SIGN, has_sign
from comments.views.wording import DATUM


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
    return has_sign(evidence, THREAT_SIGN)


def masked(text: str, settings: CommentSettings) -> list[Segment]:
    """The text in stretches, those that could endanger somebody by the name of their kind."""
    segments, end = [], 0
    for span in exposures(text, settings):
        segments.append(Segment(text[end : span.start]))
        segments.append(Segment(text[span.start : span.end], str(DATUM[span.kind])))
        end = span.end
    segments.append(Segment(text[end:]))
    return [segment for segment in segments if segment.text]
