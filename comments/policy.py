"""Decides what becomes of a submission. Pure: no database, no request, no clock."""

from dataclasses import dataclass

from comments.models import ModerationMode
from comments.spam import Assessment, Sign, Verdict
from comments.states import CommentStatus, Reason

LINK_SIGNS = frozenset({Sign.LINKS, Sign.MANY_LINKS})


@dataclass(frozen=True)
class Decision:
    """The status that a new comment gets, and why."""

    status: CommentStatus
    reason: Reason


def decide(assessment: Assessment, *, mode: str, is_sound: bool) -> Decision:
    """Weigh the filter's advice against the owner's rule.

    `mode` is a `ModerationMode`. `is_sound` is False when the request could not prove where
    it came from or the text could not be rendered: such a comment is never published unread.
    """
    if assessment.verdict == Verdict.BIN:
        return Decision(CommentStatus.SPAM, Reason.SPAM)
    if not is_sound:
        return Decision(CommentStatus.PENDING, Reason.CHECKS)
    if assessment.verdict == Verdict.HOLD:
        return Decision(CommentStatus.PENDING, _reason_to_hold(assessment))
    if mode == ModerationMode.HOLD_DOUBTFUL:
        return Decision(CommentStatus.PUBLISHED, Reason.CLEAN)
    return Decision(CommentStatus.PENDING, Reason.FIRST_COMMENT)


def _reason_to_hold(assessment: Assessment) -> Reason:
    return Reason.LINKS if assessment.signs <= LINK_SIGNS else Reason.CHECKS
