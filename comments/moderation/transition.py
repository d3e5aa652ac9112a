"""The one way in which a status changes.

Lock, refuse what is stale, check the table, save, record the event: nothing else in the house
writes the status of an existing comment.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from comments import effects
from comments.models import Comment, Explanation, ModerationEvent
from comments.moderation.pointing import was_flagged
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
        refuse_impossible(comment, standing, action)
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


def refuse_impossible(comment: Comment, standing: Standing, action: Action) -> None:
    """Raises `DecisionRefused` where the table, or a comment without words, does not allow it."""
    if standing.status == comment.status and action in EVENTS_IN_PLACE:
        return
    if not may_become(comment.status, standing.status):
        raise TransitionNotAllowed(comment)
    if standing.status in WORDS_NEEDED and not comment.body:
        raise NothingToRestore(comment)


def event_of(
    comment: Comment, standing: Standing, action: Action, *, ruling: Ruling | None, reason: str
) -> ModerationEvent:
    """What the log is to say, not yet saved; `comment` is as it stood before."""
    return ModerationEvent(
        comment=comment,
        action=action,
        from_status=comment.status,
        to_status=standing.status,
        removed_by=standing.removed_by,
        reason=ruling.ground if ruling else reason,
        rule_version=ruling.rule_version if ruling else None,
        was_flagged=bool(ruling) and was_flagged(comment),
        actor=ruling.moderator if ruling else None,
        actor_number=ruling.moderator.pk if ruling else None,
        undoes_id=ruling.seen_event_id if ruling and action == Action.UNDO else None,
        batch=ruling.batch if ruling else None,
        created_at=timezone.now(),
    )


def _record(
    comment: Comment, standing: Standing, action: Action, ruling: Ruling | None, reason: str
) -> ModerationEvent:
    event = event_of(comment, standing, action, ruling=ruling, reason=reason)
    event.save(force_insert=True)
    comment.status, comment.removed_by = standing.status, standing.removed_by
    comment.save(update_fields=["status", "removed_by"])
    if ruling and ruling.explanation:
        Explanation.objects.create(event=event, words=ruling.explanation)
    effects.record(event)
    return event
