"""Which posts have appeared, for whom, and when one may tell of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from blog.models import NewsToSend, PostPage, Subscriber

# So long an editor can take a post back, and nobody has been told of it.
GRACE = timedelta(minutes=5)


def readable(news: QuerySet[NewsToSend]) -> QuerySet[NewsToSend]:
    """Those whose post anybody may read."""
    return news.filter(post__in=PostPage.objects.live().public())


def untold(now: datetime) -> QuerySet[NewsToSend]:
    """What may be told of now and has not been, the oldest first."""
    rows = NewsToSend.objects.filter(done_at=None, appeared_at__lte=now - GRACE)
    return readable(rows).order_by("appeared_at", "pk")


def listeners(post: PostPage) -> Q:
    """Who follows the edition of a post, or a campaign under which it is filed."""
    edition = Q(campaign=None, locale_id=post.locale_id)
    return edition | Q(campaign__in=[campaign.pk for campaign in post.campaigns.all()])


def posts_for(subscriber: Subscriber, news: Iterable[NewsToSend]) -> list[PostPage]:
    """Of what has appeared, the posts that somebody follows and was not told of."""
    return [
        row.post
        for row in news
        if subscriber.told_until is not None
        and row.appeared_at > subscriber.told_until
        and _follows(subscriber, row.post)
    ]


def between(begin: datetime, end: datetime) -> list[NewsToSend]:
    """What appeared after `begin` and until `end`, the oldest first, in three queries."""
    rows = NewsToSend.objects.filter(appeared_at__gt=begin, appeared_at__lte=end)
    ordered = readable(rows).order_by("appeared_at", "pk").select_related("post")
    return list(ordered.prefetch_related("post__campaigns"))


def _follows(subscriber: Subscriber, post: PostPage) -> bool:
    if subscriber.campaign_id is None:
        return bool(subscriber.locale_id == post.locale_id)
    return any(campaign.pk == subscriber.campaign_id for campaign in post.campaigns.all())
