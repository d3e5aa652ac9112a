"""Readers who want news, posts that appear, and the mails that came of it, for tests."""

import secrets
from datetime import timedelta
from typing import Any

from django.utils import timezone

from blog.models import PostPage, Subscriber
from operations.models import OutboxMail
from tests.pages import Newsroom, make_post

ADDRESS = "ana@example.org"
AFTER_GRACE = timedelta(minutes=5, seconds=1)


def make_subscriber(newsroom: Newsroom, **fields: Any) -> Subscriber:
    """Somebody who confirmed a moment ago; `fields` are those of `Subscriber`."""
    now = timezone.now()
    fields = {"email": ADDRESS, "asked_at": now, "confirmed_at": now, "told_until": now} | fields
    fields = {"locale": newsroom.index.locale, "nonce": secrets.token_hex(16)} | fields
    return Subscriber.objects.create(**fields)


def appear(newsroom: Newsroom, title: str = "The county votes", **fields: Any) -> PostPage:
    """A draft that an editor publishes a second later, for the first time."""
    fields = {"posted_at": timezone.now() + timedelta(seconds=1)} | fields
    draft = make_post(newsroom, title, live=False, has_unpublished_changes=True, **fields)
    return publish(draft)


def publish(post: PostPage) -> PostPage:
    """The newest words of a post are published."""
    post.save_revision().publish()
    post.refresh_from_db()
    return post


def posted() -> list[tuple[str, str]]:
    """Whom the mails of the outbox are for, and their subjects, in the order they were posted."""
    return list(OutboxMail.objects.order_by("pk").values_list("recipient", "subject"))
