"""Decides what becomes of a submission. Pure: no database, no request, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from comments.models import ModerationMode
from comments.spam import Assessment, Evidence, Sign, Verdict
from comments.states import CommentStatus, Reason

LINK_SIGNS = frozenset({Sign.LINKS, Sign.MANY_LINKS, Sign.NEW_HOST, Sign.NEW_HOSTS})


@dataclass(frozen=True)
class Decision:
    """The status that a new comment gets, and why."""

    status: CommentStatus
    reason: Reason


def decide(
    assessment: Assessment, *, doubts: Sequence[Evidence], mode: str, is_known: bool
) -> Decision:
    """Weigh the filter's advice and the checks' doubts against the owner's rule.

    `mode` is a `ModerationMode`; `is_known` tells that the writer is proven and in good standing.
    Doubts hold, the filter alone may bin: nobody who is known, nothing while it still learns, and
    nothing when any step broke, for then nobody knows enough.
    """
    signs = assessment.signs | {doubt.sign for doubt in doubts}
    may_bin = not (is_known or assessment.is_learning or Sign.CHECK_FAILED in signs)
    if assessment.verdict == Verdict.BIN and may_bin:
        return Decision(CommentStatus.SPAM, Reason.SPAM)
    if doubts or assessment.verdict != Verdict.PUBLISH:
        return Decision(CommentStatus.PENDING, _reason_to_hold(signs))
    if mode == ModerationMode.HOLD_DOUBTFUL or (mode == ModerationMode.HOLD_STRANGERS and is_known):
        return Decision(CommentStatus.PUBLISHED, Reason.CLEAN)
    return Decision(CommentStatus.PENDING, Reason.FIRST_COMMENT)


def _reason_to_hold(signs: frozenset[Sign]) -> Reason:
    if Sign.PERSONAL_DATA in signs:
        return Reason.PERSONAL_DATA
    return Reason.LINKS if signs <= LINK_SIGNS else Reason.CHECKS
