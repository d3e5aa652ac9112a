"""What to read after a post: the next part of its series, and what is like it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model

from blog.archives.addresses import SERIES, Link, link_to
from blog.keyset import Mark, Way
from blog.lists_of_a_post import rows_of
from blog.models.campaigns import CampaignPage
from blog.models.people import Topic
from blog.models.posts import PostPage, PostQuerySet
from blog.placed_page import parent_of
from blog.shelves import Rows, narrow

RELATED_AT_MOST = 4
READING = Way(is_oldest_first=True)


@dataclass(frozen=True)
class Place:
    """A post's place in its series: which part of how many, and its neighbours."""

    series: Link
    part: int
    parts: int
    previous: PostPage | None
    next: PostPage | None


def place_in_series(post: PostPage, posts: PostQuerySet) -> Place | None:
    """Where the post stands among those of its series that `posts` has; None if it has none."""
    if post.series is None or post.pk is None:
        return None
    series, mark = posts.filter(series=post.series), Mark.of(post)
    before, after = READING.before(series, mark), READING.after(series, mark)
    part = before.count() + 1
    return Place(
        series=link_to(post.series, index=parent_of(post), kind=SERIES),
        part=part,
        parts=part + after.count(),
        previous=before.first(),
        next=after.first(),
    )


def related(
    post: PostPage,
    posts: PostQuerySet,
    *,
    topics: Collection[Topic],
    campaigns: Collection[CampaignPage],
) -> list[PostPage]:
    """Up to four: those that an editor chose, then the newest of its campaign and of its topic.

    Of several campaigns or topics it is the one with the fewest posts: it says most.
    """
    if post.pk is None:
        return []
    found = _chosen(post, posts)
    shelves = _narrowest_shelves(campaigns, topics)
    for shelf, size in shelves if len(found) < RELATED_AT_MOST else ():
        others = posts.exclude(pk__in=[post.pk, *(each.pk for each in found)])
        newest = narrow(others, shelf, post="postpage_id", size=size).newest_first()
        found += newest[: RELATED_AT_MOST - len(found)]
    return found


def _chosen(post: PostPage, posts: PostQuerySet) -> list[PostPage]:
    """In the editor's order, without those that readers can't open (any more)."""
    numbers = [each.related_id for each in rows_of(post, "related_posts")]
    found = posts.in_bulk(numbers)
    return [found[number] for number in numbers if number in found][:RELATED_AT_MOST]


def _narrowest_shelves(
    campaigns: Collection[CampaignPage], topics: Collection[Topic]
) -> Iterator[tuple[Rows, int]]:
    filed_under: tuple[tuple[Any, str, Collection[Model]], ...] = (  # Any: the tables between
        (PostPage.campaigns.through, "campaignpage_id", campaigns),
        (PostPage.topics.through, "topic_id", topics),
    )
    for rows, column, subjects in filed_under:
        numbers = [subject.pk for subject in subjects]
        if not numbers:
            continue
        of_these = rows.objects.filter(**{f"{column}__in": numbers})
        sizes = of_these.values_list(column).annotate(size=Count("pk")).order_by("size", column)
        if narrowest := sizes.first():
            yield rows.objects.filter(**{column: narrowest[0]}), narrowest[1]
