"""An author who asks for a second look at what a moderator decided, and who answers it."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments import appeals, moderation, receipts, rulebook
from comments.appeals import Answer
from comments.models import Appeal, AppealState, Comment, DeskEvent, ModerationEvent
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling, make_sender, make_user

SECRET = "s"


def make_judge(username: str, **fields: Any) -> User:
    """Somebody who may moderate."""
    user = make_user(username, **fields)
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    return user


def sent(page: Page, body: str = "I will come.", **fields: Any) -> Comment:
    """A comment that was sent just now and waits, with the receipt SECRET."""
    fields = {
        "status": CommentStatus.PENDING,
        "receipt_digest": receipts.digest(SECRET),
        "created_at": timezone.now(),
    } | fields
    return make_comment(page, body, **fields)


def take_away(comment: Comment, action: str, moderator: User) -> ModerationEvent:
    """What a moderator does with a comment: "remove" by the rule about abuse, "trash", ..."""
    rule = rulebook.find(Reason.ABUSE) if action == "remove" else None
    ruling = make_ruling(comment, moderator, rule_version=rule)
    event = getattr(moderation, action)(comment.pk, ruling)
    comment.refresh_from_db()
    return event


def make_appeal(comment: Comment, statement: str = "", **fields: Any) -> Appeal:
    """An appeal against the last thing that happened to a comment, due in a week."""
    defaults = {
        "event": comment.events.latest("pk"),
        "created_at": timezone.now(),
        "due_at": timezone.now() + timedelta(days=7),
    }
    return Appeal.objects.create(comment=comment, statement=statement, **(defaults | fields))


def ask(comment: Comment, statement: str = "Why?", **sender: Any) -> Appeal:
    """An appeal by the author, against whatever can be appealed against."""
    return appeals.appeal(comment, statement, sender=make_sender(**sender), now=timezone.now())


def log() -> list[tuple[Any, ...]]:
    """What the desk's half of the log says, in its order."""
    rows = DeskEvent.objects.order_by("pk")
    return list(rows.values_list("act", "actor", "actor_number", "subject", "data"))


def answer(appeal: Appeal, outcome: AppealState, moderator: User, **fields: Any) -> Appeal:
    """What a moderator answers who has seen how things stand."""
    seen = fields.pop("seen_event_id", None) or appeal.comment.events.latest("pk").pk
    given = Answer(outcome=outcome, seen_event_id=seen, **fields)
    return appeals.decide(appeal.pk, given, moderator=moderator, now=timezone.now())
