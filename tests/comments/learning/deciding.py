"""Decisions of moderators, as the queue carries them out."""

from comments import moderation
from comments.models import Comment, ModerationEvent
from comments.moderation import Ruling
from comments.states import Action, Reason


def decide(comment: Comment, action: Action, moderator) -> ModerationEvent:
    """What a moderator does who has seen the comment as it stands."""
    ruling = Ruling(
        moderator=moderator,
        seen_event_id=comment.events.latest("pk").pk,
        reason=Reason.ABUSE if action == Action.REMOVE else Reason.NONE,
    )
    return moderation.ACTS[action](comment.pk, ruling)
