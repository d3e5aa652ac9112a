"""Readers and moderators who want mail, and what they got."""

import secrets
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments.models import (
    Comment,
    Frequency,
    ModerationEvent,
    ModeratorNotices,
    Subscription,
    Topic,
)
from comments.notifications import record
from comments.states import Action, CommentStatus
from operations.models import OutboxMail
from tests.comments.factories import make_comment, make_user

ADDRESS = "ana@example.org"


def make_subscription(
    page: Page, topic: str = Topic.PAGE, *, comment: Comment | None = None, **fields: Any
) -> Subscription:
    """A confirmed wish; `fields` are those of `Subscription`."""
    fields = {"email": ADDRESS, "language": "en", "confirmed_at": timezone.now()} | fields
    return Subscription.objects.create(
        page=page, topic=topic, comment=comment, nonce=secrets.token_hex(16), **fields
    )


def make_moderator(username: str = "mo", **fields: Any) -> User:
    """Somebody who may moderate, with an address."""
    user = make_user(username, **({"email": f"{username}@example.org"} | fields))
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    return user


def choose(moderator: User, frequency: Frequency) -> None:
    """A moderator's choice in the settings of the account."""
    ModeratorNotices.objects.create(user=moderator, frequency=frequency)


def publish_by_itself(page: Page, **fields: Any) -> Comment:
    """A comment that appears at once, as intake makes one."""
    return _submitted(page, CommentStatus.PUBLISHED, **fields)


def hold_by_itself(page: Page, **fields: Any) -> Comment:
    """A comment that waits for a person, as intake makes one."""
    return _submitted(page, CommentStatus.PENDING, **fields)


def _submitted(page: Page, status: CommentStatus, **fields: Any) -> Comment:
    comment = make_comment(page, status=status, created_at=timezone.now(), **fields)
    record(comment.events.get())
    return comment


def happen(comment: Comment, action: Action, to_status: str, **fields: Any) -> ModerationEvent:
    """An event that moves a comment, with what follows it."""
    actor = fields.get("actor")
    event = ModerationEvent.objects.create(
        comment=comment,
        action=action,
        from_status=comment.status,
        to_status=to_status,
        actor_number=actor.pk if actor else None,
        created_at=timezone.now(),
        **fields,
    )
    comment.status, comment.removed_by = to_status, fields.get("removed_by", "")
    comment.save()
    record(event)
    return event


def posted() -> list[OutboxMail]:
    """The mails in the outbox, in the order of their writing."""
    return list(OutboxMail.objects.order_by("pk"))
