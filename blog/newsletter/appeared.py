"""Which posts have appeared, for whom, and when one may tell of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from blog.models import NewsToSend, PostPage, Subscriber

# By a subscriber's number: what else its address wants as often, and wanted before.
Elders = Mapping[int, Sequence[Subscriber]]

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


def elders_of(subscribers: Sequence[Subscriber]) -> Elders:
    """The older wishes of the same addresses, of each as often as its own; in one query."""
    wishes: dict[tuple[str, str], list[Subscriber]] = defaultdict(list)
    addresses = {subscriber.email for subscriber in subscribers}
    for wish in Subscriber.objects.confirmed().filter(email__in=addresses):
        wishes[wish.email, wish.frequency].append(wish)
    return {
        each.pk: [wish for wish in wishes[each.email, each.frequency] if wish.pk < each.pk]
        for each in subscribers
    }


def posts_for(subscriber: Subscriber, news: Iterable[NewsToSend], elders: Elders) -> list[PostPage]:
    """Of what has appeared, the posts that somebody follows and was not told of.

    What an older wish of the same address brings is not brought twice.
    """
    return [
        row.post
        for row in news
        if subscriber.told_until is not None
        and row.appeared_at > subscriber.told_until
        and _follows(subscriber, row.post)
        and not any(_brings(elder, row) for elder in elders[subscriber.pk])
    ]


def between(begin: datetime, end: datetime) -> list[NewsToSend]:
    """What appeared after `begin` and until `end`, the oldest first, in three queries."""
    rows = NewsToSend.objects.filter(appeared_at__gt=begin, appeared_at__lte=end)
    ordered = readable(rows).order_by("appeared_at", "pk").select_related("post")
    return list(ordered.prefetch_related("post__campaigns"))


def _brings(elder: Subscriber, row: NewsToSend) -> bool:
    was_there = elder.confirmed_at is not None and elder.confirmed_at < row.appeared_at
    return was_there and _follows(elder, row.post)


def _follows(subscriber: Subscriber, post: PostPage) -> bool:
    if subscriber.campaign_id is None:
        return bool(subscriber.locale_id == post.locale_id)
    return any(campaign.pk == subscriber.campaign_id for campaign in post.campaigns.all())
