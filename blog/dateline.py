"""The date of a post that nobody dated is the moment of its publication, not of its first draft."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.dateparse import parse_datetime

if TYPE_CHECKING:
    from blog.models import PostPage

# The form of a new post shows the moment at which it was opened; a draft is saved soon after.
OPEN_BEFORE_SAVED = timedelta(hours=1)


def settle(post: "PostPage") -> None:
    """Date a post that is about to be saved as published for the first time; its drafts follow."""
    published_at = post.first_published_at
    if published_at is None or not _appears_first(post) or _was_dated(post):
        return
    post.posted_at = published_at.replace(microsecond=0)
    for revision in post.revisions.filter(created_at__gte=post.live_revision.created_at):
        revision.content["posted_at"] = post.posted_at
        revision.save(update_fields=["content"])


def _appears_first(post: "PostPage") -> bool:
    """Whether an editor or the clock publishes it, and it never was before."""
    is_new = post.live and post.first_published_at == post.last_published_at
    if not is_new or post.live_revision is None or post.alias_of_id is not None:
        return False
    return bool(type(post).objects.filter(pk=post.pk, first_published_at=None).exists())


def _was_dated(post: "PostPage") -> bool:
    """Whether somebody changed the date that the form of a new post had begun with."""
    first = post.revisions.earliest("created_at")
    began_with: datetime | None = parse_datetime(str(first.content.get("posted_at")))
    if began_with is None or began_with != post.posted_at:
        return True
    return not timedelta() <= first.created_at - began_with <= OPEN_BEFORE_SAVED
