"""Moderators at work: comments that began to wait, and decisions at a time."""

from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Page

from accounts.models import User
from comments.models import CommentSettings, ModerationEvent, SectionModerator
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment


def decide(
    page: Page, moderator: User | None, *, at: datetime, waited: timedelta, **fields: Any
) -> ModerationEvent:
    """A comment that waited so long until somebody approved it, as the log has it."""
    comment = make_comment(page, status=CommentStatus.PENDING, created_at=at - waited)
    fields = {"from_status": comment.status, "to_status": CommentStatus.PUBLISHED} | fields
    event = ModerationEvent.objects.create(
        comment=comment,
        action=fields.pop("action", Action.APPROVE),
        actor=moderator,
        actor_number=moderator.pk if moderator else None,
        created_at=at,
        **fields,
    )
    comment.status = event.to_status
    comment.save()
    return event


def undo(event: ModerationEvent) -> None:
    """Somebody took the decision back."""
    ModerationEvent.objects.create(
        comment=event.comment,
        action=Action.UNDO,
        from_status=event.to_status,
        to_status=event.from_status,
        actor=event.actor,
        actor_number=event.actor_number,
        created_at=event.created_at,
        undoes=event,
    )


def give_section(moderator: User, page: Page) -> None:
    """From now on somebody moderates this page, and what is below it, and nothing else."""
    SectionModerator.objects.create(user=moderator, page=page)
    CommentSettings.objects.update_or_create(
        site=page.get_site(), defaults={"has_section_moderators": True}
    )
