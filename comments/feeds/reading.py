"""What anybody may read of comments, the newest first, and which of them were taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from comments.models import Comment, CommentQuerySet, ModerationEvent
from comments.states import CommentStatus
from operations.feeds import changes

NEWEST = 50
"""As many comments as a feed holds."""
LOOKED_AT = 1_000
"""Those of a rare language are looked for among so many, not among millions."""

# What becomes one of these, or was one, is seen to change.
SEEN = {CommentStatus.PUBLISHED, CommentStatus.REMOVED}
_FIELDS = ("author_name", "body_html", "language", "created_at", "edited_at")

Scope = Callable[[CommentQuerySet], CommentQuerySet]


def on_page(page: Page) -> Scope:
    """Comments below one page."""
    return lambda comments: comments.filter(page=page)


def on_pages(pages: PageQuerySet) -> Scope:
    """Comments below any of these pages, as far as they are new."""
    here = pages.order_by().filter(pk=OuterRef("page_id"))

    def narrow(comments: CommentQuerySet) -> CommentQuerySet:
        newest = comments.newest_first().values("pk")[:LOOKED_AT]
        return comments.filter(Exists(here), pk__in=newest)

    return narrow


def published(scope: Scope) -> list[Comment]:
    """The newest comments whose words are public, each with its page and its parent."""
    found = scope(Comment.objects.published()).newest_first()
    joined = found.select_related("page", "parent")
    return list(joined.only(*_FIELDS, "page__title", "parent__status")[:NEWEST])


def removed(scope: Scope, *, beside: Sequence[Comment]) -> list[tuple[int, datetime]]:
    """Those that leave a tombstone beside the others: their numbers, and when they were removed.

    Readers see the same below the page: that somebody's words were taken away, and no word of them.
    """
    found = scope(Comment.objects.filter(status=CommentStatus.REMOVED)).newest_first()
    if len(beside) == NEWEST:
        found = found.filter(created_at__gte=beside[-1].created_at)
    at = Max("events__created_at", filter=Q(events__to_status=CommentStatus.REMOVED))
    return list(found.annotate(at=at).exclude(at=None).values_list("pk", "at")[:NEWEST])


def last_change() -> datetime | None:
    """When readers last saw anything change; None if they never did."""
    events = ModerationEvent.objects.order_by("-created_at")
    acts = events.values_list("from_status", "to_status", "created_at")[: changes.LOOKED_AT]
    said = changes.latest((not SEEN.isdisjoint((before, after)), at) for before, after, at in acts)
    return max(filter(None, (said, changes.of_pages())), default=None)
