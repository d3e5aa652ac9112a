"""The one way in which a status changes.

Lock, refuse what is stale, check the table, save, record the event: nothing else in the house
writes the status of an existing comment.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from comments import effects
from comments.models import Comment, ModerationEvent
from comments.moderation.ruling import (
    NothingToRestore,
    Ruling,
    StaleDecision,
    TransitionNotAllowed,
)
from comments.states import EVENTS_IN_PLACE, Action, CommentStatus, Reason, may_become

# A comment without words (imported as removed, or erased) can go nowhere where they would show.
WORDS_NEEDED = (CommentStatus.PENDING, CommentStatus.PUBLISHED)


class Standing(NamedTuple):
    """A status and, when it is REMOVED, whose removal it is."""

    status: str
    removed_by: str = ""


Choice = Callable[[Comment], Standing]


def transition(
    comment_id: int,
    action: Action,
    choose: Choice,
    *,
    ruling: Ruling | None,
    reason: str = Reason.NONE,
) -> ModerationEvent:
    """Bring a comment to the standing that `choose` names for it, and return the event.

    Without a `ruling` it is nobody's decision, and nothing can be stale; `reason` then says why.
    Raises `DecisionRefused`; `Comment.DoesNotExist` when there is no such comment.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment_id)
        if ruling:
            _refuse_stale(comment, ruling)
        standing = choose(comment)
        _refuse_impossible(comment, standing, action)
        event = _record(comment, standing, action, ruling, reason)
        transaction.on_commit(lambda: effects.wake(event), robust=True)
    return event


def where_it_stands(comment: Comment) -> Standing:
    """For what happens to the words alone."""
    return Standing(comment.status, comment.removed_by)


def _refuse_stale(comment: Comment, ruling: Ruling) -> None:
    latest = comment.events.latest("pk")
    if latest.pk != ruling.seen_event_id:
        raise StaleDecision(comment, latest)


def _refuse_impossible(comment: Comment, standing: Standing, action: Action) -> None:
    if standing.status == comment.status and action in EVENTS_IN_PLACE:
        return
    if not may_become(comment.status, standing.status):
        raise TransitionNotAllowed(comment)
    if standing.status in WORDS_NEEDED and not comment.body:
        raise NothingToRestore(comment)


def _record(
    comment: Comment, standing: Standing, action: Action, ruling: Ruling | None, reason: str
) -> ModerationEvent:
    event = ModerationEvent.objects.create(
        comment=comment,
        action=action,
        from_status=comment.status,
        to_status=standing.status,
        removed_by=standing.removed_by,
        reason=ruling.reason if ruling else reason,
        actor=ruling.moderator if ruling else None,
        undoes_id=ruling.seen_event_id if ruling and action == Action.UNDO else None,
        batch=ruling.batch if ruling else None,
        created_at=timezone.now(),
    )
    comment.status, comment.removed_by = standing.status, standing.removed_by
    comment.save(update_fields=["status", "removed_by"])
    effects.record(event)
    return event
