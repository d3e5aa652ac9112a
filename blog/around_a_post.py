"""What stands around the body of a post: who wrote it, corrections, where else to read on."""

from dataclasses import dataclass

from django.utils import translation
from wagtail.models import Page

from blog import reading_on, reading_time
from blog.archives.addresses import AUTHOR, TOPIC, Link, link_to
from blog.models.posts import Correction, PostPage, PostQuerySet


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
    index = post.get_parent()
    readable: PostQuerySet = PostPage.objects.readable(below=index)
    signed = [each.author for each in post.post_authors.select_related("author")]
    return Surroundings(
        minutes=reading_time.minutes(post.body, translation.get_language()),
        authors=[link_to(author, index=index, kind=AUTHOR) for author in signed],
        topics=[link_to(topic, index=index, kind=TOPIC) for topic in post.topics.all()],
        campaigns=list(_campaigns(post)),
        corrections=list(post.corrections.all()),
        place_in_series=reading_on.place_in_series(post, readable),
        related=reading_on.related(post, readable),
    )


def _campaigns(post: PostPage) -> list[Page]:
    """Those that readers may open; in a preview those that the editor has just chosen."""
    numbers = [campaign.pk for campaign in post.campaigns.all()]
    return list(Page.objects.filter(pk__in=numbers).live().public()) if numbers else []
