"""What moderators do with a comment: one function for each decision."""

from collections.abc import Callable
from uuid import UUID

from accounts.models import User
from comments.models import Comment, ModerationEvent
from comments.moderation.edits import accept_edit, refuse_edit
from comments.moderation.ruling import AnswerIsFinal, ReasonMissing, Ruling, TransitionNotAllowed
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.states import (
    OUTCOMES,
    Action,
    CommentStatus,
    Reason,
    RemovedBy,
)


def approve(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Publish a comment. Raises `DecisionRefused`, as all decisions here do."""
    return _decide(comment_id, ruling, Action.APPROVE)


def hold(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Take a comment back into the queue; a visible reply keeps its place on the page."""
    return _decide(comment_id, ruling, Action.HOLD)


def mark_spam(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Bin a comment as spam."""
    return _decide(comment_id, ruling, Action.MARK_SPAM)


def confirm_spam(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Say that a binned comment is rightly where it is: so the filter learns from a person."""
    return transition(comment_id, Action.CONFIRM_SPAM, _where_spam_stands, ruling=ruling)


def remove(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Remove a comment for breaking a rule: the tombstone says that an administrator did.

    Raises `ReasonMissing` without a rule and without a reason: the log keeps why.
    """
    if ruling.ground == Reason.NONE:
        raise ReasonMissing(comment_id)
    return _decide(comment_id, ruling, Action.REMOVE)


def trash(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Take a comment off the page without a trace."""
    return _decide(comment_id, ruling, Action.TRASH)


def restore(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Give a removed or trashed comment the standing that it had before."""
    return transition(comment_id, Action.RESTORE, _before_it_went, ruling=ruling)


def undo(event_id: int, *, moderator: User, batch: UUID | None = None) -> ModerationEvent:
    """Take back the last decision on a comment; stale when something has happened since.

    What is no person's decision, or has taken words away, stays: `TransitionNotAllowed`. So does
    the answer to an appeal: `AnswerIsFinal`. `batch` ties it to others that are taken back
    together with it.
    """
    event = ModerationEvent.objects.get(pk=event_id)
    _refuse_for_good(event)
    ruling = Ruling(moderator=moderator, seen_event_id=event_id, batch=batch)
    return transition(event.comment_id, Action.UNDO, _before_the_last_event, ruling=ruling)


ACTS: dict[Action, Callable[[int, Ruling], ModerationEvent]] = {
    Action.APPROVE: approve,
    Action.HOLD: hold,
    Action.MARK_SPAM: mark_spam,
    Action.CONFIRM_SPAM: confirm_spam,
    Action.REMOVE: remove,
    Action.TRASH: trash,
    Action.RESTORE: restore,
    Action.ACCEPT_EDIT: accept_edit,
    Action.REFUSE_EDIT: refuse_edit,
}


def _decide(comment_id: int, ruling: Ruling, action: Action) -> ModerationEvent:
    removed_by = RemovedBy.ADMINISTRATOR if action == Action.REMOVE else ""
    standing = Standing(OUTCOMES[action], removed_by)
    return transition(comment_id, action, lambda comment: standing, ruling=ruling)


def _refuse_for_good(event: ModerationEvent) -> None:
    itself = ModerationEvent.objects.filter(pk=event.pk)
    if itself.answering().exists():
        raise AnswerIsFinal(event.comment)
    if not itself.revocable().exists():
        raise TransitionNotAllowed(event.comment)


def _where_spam_stands(comment: Comment) -> Standing:
    if comment.status != CommentStatus.SPAM:
        raise TransitionNotAllowed(comment)
    return where_it_stands(comment)


def _before_it_went(comment: Comment) -> Standing:
    """Where the comment stood when it last stood anywhere: a tombstone is a place, Trash is none.

    Never from REMOVED to TRASHED, or the two would give a comment back to each other for ever.
    """
    if comment.status not in (CommentStatus.REMOVED, CommentStatus.TRASHED):
        raise TransitionNotAllowed(comment)
    gone = {CommentStatus.TRASHED, comment.status}
    return _after(comment.events.exclude(to_status__in=gone).order_by("-pk").first())


def _before_the_last_event(comment: Comment) -> Standing:
    return _after(comment.events.order_by("-pk")[1:2].first())


def _after(event: ModerationEvent | None) -> Standing:
    """How the event left its comment.

    A comment without such a past (imported as gone) goes to the queue, for a person to read.
    """
    if event is None:
        return Standing(CommentStatus.PENDING, "")
    return Standing(event.to_status, event.removed_by)
