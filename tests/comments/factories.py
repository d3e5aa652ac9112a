"""Makes comments in any state, with their first event, for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from wagtail.models import Page

from accounts.models import User
from comments import rendering, threads
from comments.case import Case
from comments.models import Comment, ModerationEvent
from comments.moderation import Ruling
from comments.rules import rules_for
from comments.states import Action, CommentStatus, RemovedBy
from comments.submission import Sender, Submission

SAID_AT = datetime(2012, 1, 6, 12, 0, tzinfo=UTC)


def make_comment(
    page: Page, body: str = "I will come.", *, status: str = CommentStatus.PUBLISHED, **fields: Any
) -> Comment:
    """A comment below a page; `fields` are those of `Comment`. Its log begins with SUBMIT."""
    if status == CommentStatus.REMOVED:
        fields.setdefault("removed_by", RemovedBy.ADMINISTRATOR)
    fields = {"author_name": "Ana", "created_at": SAID_AT} | fields
    if parent := fields.get("parent"):
        fields.setdefault("root_id", parent.root_id or parent.pk)
    if not fields.get("staff_author"):
        fields.setdefault("submission_key", uuid4().hex)
    comment = Comment.objects.create(
        page=page, status=status, body=body, body_html=rendering.to_html(body), **fields
    )
    ModerationEvent.objects.create(
        comment=comment,
        action=Action.SUBMIT,
        from_status="",
        to_status=comment.status,
        removed_by=comment.removed_by,
        created_at=comment.created_at,
    )
    threads.settle(comment.parent_id)
    return comment


def make_submission(page: Page, body: str = "I will come.", **fields: Any) -> Submission:
    """What a stranger sends from the form of a page, honest in every respect."""
    defaults = {
        "page_id": page.pk,
        "parent_id": None,
        "author_name": "Ana",
        "author_website": "",
        "body": body,
        "key": "key-of-one-form",
        "opened_at": SAID_AT - timedelta(minutes=1),
        "sent_at": SAID_AT,
        "is_honeypot_filled": False,
        "sender": make_sender(),
    }
    return Submission(**(defaults | fields))


def make_case(page: Page, body: str = "I will come.", **fields: Any) -> Case:
    """A submission with its page and the rules of the moment at which it was sent."""
    submission = make_submission(page, body, **fields)
    return Case(submission, page, rules_for(page, now=submission.sent_at))


def make_sender(**fields: Any) -> Sender:
    """A sender whose browser said everything that it should."""
    defaults = {"key": "key-of-a-sender", "is_known": True, "is_origin_proven": True}
    return Sender(**(defaults | fields))


def make_ruling(comment: Comment, moderator: User, **fields: Any) -> Ruling:
    """A decision by somebody who has seen the comment as it stands."""
    seen = comment.events.latest("pk").pk
    return Ruling(moderator=moderator, **({"seen_event_id": seen} | fields))


def make_user(username: str = "moderator", **fields: Any) -> User:
    """Somebody on the staff, without any right."""
    return User.objects.create_user(username, **fields)
