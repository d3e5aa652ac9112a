"""What an author wants a published comment to say instead: a moderator lets it or does not."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, CommentVersion, ModerationEvent, VersionState
from comments.moderation.ruling import Ruling, TransitionNotAllowed
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.policy import Decision
from comments.states import Action, CommentStatus
from comments.wordings import keep_version, put_words


def accept_edit(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Let the waiting words stand in the place of the earlier ones. Raises `DecisionRefused`."""
    return transition(comment_id, Action.ACCEPT_EDIT, _with_the_waiting_words, ruling=ruling)


def refuse_edit(comment_id: int, ruling: Ruling) -> ModerationEvent:
    """Leave the earlier words. Raises `DecisionRefused`."""
    with transaction.atomic():
        event = transition(comment_id, Action.REFUSE_EDIT, where_it_stands, ruling=ruling)
        waiting = _waiting(event.comment)
        waiting.state, waiting.settled_at = VersionState.REFUSED, timezone.now()
        waiting.save(update_fields=["state", "settled_at"])
    return event


def log_edit(comment_id: int, judged: Decision) -> ModerationEvent:
    """Put into the log that its author changed a comment, whose new words were `judged`.

    What the filter had binned waits for a person once its new words are not binned any more.
    """
    choose = partial(_after_an_edit, judged=judged)
    return transition(comment_id, Action.EDIT, choose, ruling=None, reason=judged.reason)


def _after_an_edit(comment: Comment, *, judged: Decision) -> Standing:
    if comment.status == CommentStatus.SPAM and judged.status != CommentStatus.SPAM:
        return Standing(CommentStatus.PENDING)
    return where_it_stands(comment)


def _with_the_waiting_words(comment: Comment) -> Standing:
    """In its place as before, and the words first: what follows the act looks at the new ones."""
    waiting = _waiting(comment)
    keep_version(comment, at=timezone.now())
    put_words(comment, waiting, at=waiting.written_at)
    waiting.delete()
    return where_it_stands(comment)


def _waiting(comment: Comment) -> CommentVersion:
    waiting = comment.versions.filter(state=VersionState.WAITING).first()
    if waiting is None:
        raise TransitionNotAllowed(comment)
    return waiting
