"""Whether a machine had a part in a decision: the receipt and the public report say so."""

from collections.abc import Iterator

from comments.models import Comment
from comments.spam import Verdict
from comments.spam.assessment import INFORMING_SIGNS


def was_flagged(comment: Comment) -> bool:
    """Whether the filter or a check had asked for a person to look at the comment as it is.

    What only tells a moderator more, as that there is a link, asks for nobody.
    """
    if comment.verdict in (Verdict.HOLD, Verdict.BIN):
        return True
    return any(sign not in INFORMING_SIGNS for sign in _signs(comment.evidence))


def _signs(evidence: object) -> Iterator[str]:
    """What was found; a row that is broken is no sign."""
    rows = evidence if isinstance(evidence, list) else []
    return (str(row.get("sign", "")) for row in rows if isinstance(row, dict))
