"""What becomes of a published comment that is asked about: it stays, or it waits again."""

from functools import partial

from comments.learning import checks
from comments.models import Comment, ModerationEvent
from comments.moderation.ruling import DecisionRefused, Ruling, TransitionNotAllowed
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.states import Action, CommentStatus, Reason


class ReportedSince(DecisionRefused):
    """Somebody reported the comment after the moderator had looked."""


def keep(comment_id: int, ruling: Ruling, *, seen_report_id: int) -> ModerationEvent:
    """Let a comment stand that was reported, or drawn for a check; its reports are settled.

    `seen_report_id` is the last report that the moderator had seen. Raises `DecisionRefused`:
    `ReportedSince` too, and `TransitionNotAllowed` where nothing public is asked about.
    """
    stay = partial(_stay, seen_report_id=seen_report_id)
    return transition(comment_id, Action.KEEP, stay, ruling=ruling)


def hold_reported(comment_id: int) -> ModerationEvent:
    """Take a comment back into the queue because enough readers reported it; nobody decided.

    Raises `TransitionNotAllowed` when it is not where readers see it.
    """
    return transition(comment_id, Action.HOLD, _wait, ruling=None, reason=Reason.CHECKS)


def _wait(comment: Comment) -> Standing:
    if comment.status != CommentStatus.PUBLISHED:
        raise TransitionNotAllowed(comment)
    return Standing(CommentStatus.PENDING)


def _stay(comment: Comment, *, seen_report_id: int) -> Standing:
    waiting = comment.reports.open()
    is_asked = waiting.exists() or checks.is_open(comment)
    if comment.status != CommentStatus.PUBLISHED or not is_asked:
        raise TransitionNotAllowed(comment)
    if waiting.filter(pk__gt=seen_report_id).exists():
        raise ReportedSince(comment)
    return where_it_stands(comment)
