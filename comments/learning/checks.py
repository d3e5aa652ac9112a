"""Checks by lot: people look at a few of the comments that nobody but the filter has looked at.

Else it would never hear of the spam that it lets pass, nor of the supporters that it bins.
"""

import random

from django.db.models import Exists, OuterRef, QuerySet

from comments.models import Comment, ModerationEvent, SpamCheck, SpamLabel
from comments.states import Action, CommentStatus

SHARE = 0.02
SETTLED_ALONE = (CommentStatus.PUBLISHED, CommentStatus.SPAM)


def draw(event: ModerationEvent, *, chance: random.Random) -> None:
    """Draw a comment that was published or binned without a person; in the act's transaction."""
    is_alone = event.action == Action.SUBMIT and event.actor_id is None
    if is_alone and event.to_status in SETTLED_ALONE and chance.random() < SHARE:
        SpamCheck.objects.create(comment_id=event.comment_id)


def open_checks() -> QuerySet[SpamCheck]:
    """Those that wait for somebody to look, where the filter left the comment."""
    # Asked of each check, of which there are few: joined, SQLite goes through all comments.
    settled = Comment.objects.filter(pk=OuterRef("comment_id"), status__in=SETTLED_ALONE)
    labels = SpamLabel.objects.filter(comment_id=OuterRef("comment_id"))
    return SpamCheck.objects.filter(Exists(settled.exclude(body="")), ~Exists(labels))


def is_open(comment: Comment) -> bool:
    """Whether the comment is one of those."""
    return open_checks().filter(comment=comment).exists()
