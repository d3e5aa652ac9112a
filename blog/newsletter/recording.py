"""Notes that a post has appeared, in the transaction that publishes it.

A post is news once: when it is published for the first time, by an editor or by the clock. What an
import brings, what is dated back, and an alias of a post in another language are not.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from blog.models import NewsToSend, PostPage

# Publishing dates a page and saves it at once; an import dates it as it was.
PUBLISHED_JUST_NOW = timedelta(minutes=1)
# Who dates a post so long before its first draft files it into the archive: news to nobody. A draft
# that somebody worked on for weeks keeps the date on which it was begun, and is news.
OLD = timedelta(days=3)
WHAT_PUBLISHING_WRITES = {"live", "last_published_at"}


def connect() -> None:
    """Follow every post that is saved, moved or opened to everybody from now on."""
    post_save.connect(follow_saved, sender=PostPage, dispatch_uid="blog.newsletter")
    post_delete.connect(follow_opened, sender=PageViewRestriction, dispatch_uid="blog.newsletter")
    post_page_move.connect(follow_moved, dispatch_uid="blog.newsletter")


def follow_saved(
    instance: PostPage,
    *,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_signal: Any,
) -> None:
    """Receives `post_save`: writes the row of a post that has just appeared."""
    writes = update_fields is None or bool(WHAT_PUBLISHING_WRITES & update_fields)
    if raw or not writes or not settings.HAS_MAIL:
        return
    now = timezone.now()
    if _was_published(instance, now) and not _is_dated_back(instance, now):
        _record(instance, now)


def follow_opened(instance: PageViewRestriction, **_signal: Any) -> None:
    """Receives `post_delete`: what nobody could be told of while it was private appears now."""
    for page in Page.objects.filter(pk=instance.page_id):
        _date_untold(page)


def follow_moved(instance: Page, **_signal: Any) -> None:
    """Receives `post_page_move`: it may have moved out of what is private."""
    _date_untold(instance)


def _date_untold(page: Page) -> None:
    """What nobody was told of below a page, and itself, appears now.

    By its old date it would be lost: who was told of a later post counts as told of it.
    """
    below = PostPage.objects.descendant_of(page, inclusive=True)
    NewsToSend.objects.filter(post__in=below, done_at=None).update(appeared_at=timezone.now())


def _record(post: PostPage, now: datetime) -> None:
    """A row for a post that is new; what was taken back untold and is there again appears now."""
    if post.first_published_at == post.last_published_at:
        NewsToSend.objects.get_or_create(post=post, defaults={"appeared_at": now})
    else:
        NewsToSend.objects.filter(post=post, done_at=None).update(appeared_at=now)


def _was_published(post: PostPage, now: datetime) -> bool:
    published_at = post.last_published_at
    is_now = published_at is not None and now - published_at < PUBLISHED_JUST_NOW
    return post.live and is_now and post.alias_of_id is None


def _is_dated_back(post: PostPage, now: datetime) -> bool:
    drafts = post.revisions.order_by("created_at").values_list("created_at", flat=True)
    begun_at = drafts.first() or now
    return bool(begun_at - post.posted_at > OLD)
