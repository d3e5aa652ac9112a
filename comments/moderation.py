"""What moderators do: one function for each decision, and the one way in which a status changes.

Lock, refuse what is stale, check the table, save, record the event: `_transition` is the
only place in the house that writes the status of an existing comment.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from comments import effects
from comments.models import Comment, ModerationEvent
from comments.states import (
    FIRST_EVENTS,
    OUTCOMES,
    Action,
    CommentStatus,
    Reason,
    RemovedBy,
    may_become,
)

# A comment without words (imported as removed, or erased) can go nowhere where they would show.
WORDS_NEEDED = (CommentStatus.PENDING, CommentStatus.PUBLISHED)


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """Who decides, what they had seen when they decided, and why.

    `seen_event_id` is the comment's last event as the moderator saw it. `batch` ties the
    events of one bulk decision together.
    """

    moderator: User
    seen_event_id: int
    reason: str = Reason.NONE
    batch: UUID | None = None


class _Standing(NamedTuple):
    """A status and, when it is REMOVED, whose removal it is."""

    status: str
    removed_by: str


class DecisionRefused(Exception):
    """The decision was not carried out; `comment` is as it stands now."""

    def __init__(self, comment: Comment) -> None:
        super().__init__(str(comment))
        self.comment = comment


class StaleDecision(DecisionRefused):
    """Somebody else was faster; `latest` is what happened since."""

    def __init__(self, comment: Comment, latest: ModerationEvent) -> None:
        super().__init__(comment)
        self.latest = latest


class TransitionNotAllowed(DecisionRefused):
    """The table of transitions has no such step from where the comment stands."""


class NothingToRestore(DecisionRefused):
    """The comment's words are gone (imported as removed, or erased), so it cannot come back."""


class ReasonMissing(ValueError):
    """A removal without a reason: a fault of the caller, for the moderator's form demands one."""


def approve(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Publish a comment. Raises `DecisionRefused`, as all decisions here do."""
    return _decide(comment_id, ruling, Action.APPROVE)


def hold(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Take a comment back into the queue; a visible reply keeps its place on the page."""
    return _decide(comment_id, ruling, Action.HOLD)


def mark_spam(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Bin a comment as spam."""
    return _decide(comment_id, ruling, Action.MARK_SPAM)


def remove(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Remove a comment for breaking a rule: the tombstone says that an administrator did.

    Raises `ReasonMissing` for `Reason.NONE`: the log keeps why.
    """
    if ruling.reason == Reason.NONE:
        raise ReasonMissing(comment_id)
    return _decide(comment_id, ruling, Action.REMOVE)


def trash(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Take a comment off the page without a trace."""
    return _decide(comment_id, ruling, Action.TRASH)


def restore(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Give a removed or trashed comment the standing that it had before."""
    return _transition(comment_id, ruling, Action.RESTORE, _before_it_went)


def undo(event_id: int, *, moderator: User) -> ModerationEvent:
    """Take back the last decision on a comment; stale when something has happened since.

    A submission or an import is no decision: `TransitionNotAllowed`.
    """
    event = ModerationEvent.objects.get(pk=event_id)
    if event.action in FIRST_EVENTS:
        raise TransitionNotAllowed(event.comment)
    ruling = Ruling(moderator=moderator, seen_event_id=event_id)
    return _transition(event.comment_id, ruling, Action.UNDO, _before_the_last_event)


ACTS: dict[Action, Callable[[int, Ruling], ModerationEvent]] = {
    Action.APPROVE: approve,
    Action.HOLD: hold,
    Action.MARK_SPAM: mark_spam,
    Action.REMOVE: remove,
    Action.TRASH: trash,
    Action.RESTORE: restore,
}


def _decide(comment_id: int, ruling: Ruling, action: Action) -> ModerationEvent:
    removed_by = RemovedBy.ADMINISTRATOR if action == Action.REMOVE else ""
    standing = _Standing(OUTCOMES[action], removed_by)
    return _transition(comment_id, ruling, action, lambda comment: standing)


def _transition(
    comment_id: int,
    ruling: Ruling,
    action: Action,
    choose: Callable[[Comment], _Standing],
) -> ModerationEvent:
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment_id)
        latest = comment.events.latest("pk")
        if latest.pk != ruling.seen_event_id:
            raise StaleDecision(comment, latest)
        standing = choose(comment)
        _refuse_impossible(comment, standing)
        event = _record(comment, standing, action, ruling)
        transaction.on_commit(lambda: effects.wake(event), robust=True)
    return event


def _refuse_impossible(comment: Comment, standing: _Standing) -> None:
    if not may_become(comment.status, standing.status):
        raise TransitionNotAllowed(comment)
    if standing.status in WORDS_NEEDED and not comment.body:
        raise NothingToRestore(comment)


def _record(
    comment: Comment, standing: _Standing, action: Action, ruling: Ruling
) -> ModerationEvent:
    event = ModerationEvent.objects.create(
        comment=comment,
        action=action,
        from_status=comment.status,
        to_status=standing.status,
        removed_by=standing.removed_by,
        reason=ruling.reason,
        actor=ruling.moderator,
        undoes_id=ruling.seen_event_id if action == Action.UNDO else None,
        batch=ruling.batch,
        created_at=timezone.now(),
    )
    comment.status, comment.removed_by = standing.status, standing.removed_by
    comment.save(update_fields=["status", "removed_by"])
    effects.record(event)
    return event


def _before_it_went(comment: Comment) -> _Standing:
    """Where the comment stood when it last stood anywhere: a tombstone is a place, Trash is none.

    Never from REMOVED to TRASHED, or the two would give a comment back to each other for ever.
    """
    if comment.status not in (CommentStatus.REMOVED, CommentStatus.TRASHED):
        raise TransitionNotAllowed(comment)
    gone = {CommentStatus.TRASHED, comment.status}
    return _after(comment.events.exclude(to_status__in=gone).order_by("-pk").first())


def _before_the_last_event(comment: Comment) -> _Standing:
    return _after(comment.events.order_by("-pk")[1:2].first())


def _after(event: ModerationEvent | None) -> _Standing:
    """How the event left its comment.

    A comment without such a past (imported as gone) goes to the queue, for a person to read.
    """
    if event is None:
        return _Standing(CommentStatus.PENDING, "")
    return _Standing(event.to_status, event.removed_by)
