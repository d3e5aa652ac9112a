"""What stands around the body of a post: who wrote it, corrections, where else to read on."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import translation
from wagtail.models import Page

from blog import reading_on, reading_time
from blog.archives.addresses import AUTHOR, TOPIC, Link, link_to
from blog.lists_of_a_post import rows_of
from blog.models.campaigns import CampaignPage
from blog.models.posts import Correction, PostPage, PostQuerySet
from blog.placed_page import parent_of
from comments.models.open_pages import open_to_all


@dataclass(frozen=True)
class Surroundings:
    """`minutes` is how long the post takes to read; a preview of what was never saved has less."""

    minutes: int
    authors: list[Link]
    topics: list[Link]
    campaigns: list[Page]
    corrections: list[Correction]
    place_in_series: reading_on.Place | None
    related: list[PostPage]


def surroundings(post: PostPage) -> Surroundings:
    """All of it, in a number of queries that grows with nothing."""
    index = parent_of(post)
    readable: PostQuerySet = PostPage.objects.readable(below=index)
    signed = [each.author for each in post.post_authors.select_related("author")]
    topics, campaigns = rows_of(post, "topics"), rows_of(post, "campaigns")
    return Surroundings(
        minutes=reading_time.minutes(post.body, translation.get_language()),
        authors=[link_to(author, index=index, kind=AUTHOR) for author in signed],
        topics=[link_to(topic, index=index, kind=TOPIC) for topic in topics],
        campaigns=_readable(campaigns),
        corrections=rows_of(post, "corrections"),
        place_in_series=reading_on.place_in_series(post, readable),
        related=reading_on.related(post, readable, topics=topics, campaigns=campaigns),
    )


def _readable(campaigns: Collection[CampaignPage]) -> list[Page]:
    """Those that readers may open; in a preview those that the editor has just chosen."""
    numbers = [campaign.pk for campaign in campaigns]
    return list(open_to_all(Page.objects.filter(pk__in=numbers).live())) if numbers else []
