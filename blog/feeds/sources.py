"""Which posts a feed is made of: those of an edition, an index, a subject, a campaign."""

from urllib.parse import quote

from django.http import Http404
from wagtail.models import Page

from blog.archives import subjects
from blog.campaigns.gathering import posts_of
from blog.feeds.source import Source
from blog.models.campaigns import CampaignPage
from blog.models.posts import PostPage, PostQuerySet


def of_edition(front: Page) -> Source:
    """Every post of the newsroom in one language."""
    return Source(front=front, url=front.full_url, posts=_below(front))


def of_index(front: Page, index: Page) -> Source:
    """The posts of an index."""
    return Source(front=front, url=index.full_url, posts=_below(index), title=index.title)


def of_subject(front: Page, index: Page, *, kind: str, slug: str) -> Source:
    """The posts of an index on a topic, by an author, of a series.

    404 without any: nobody learns what drafts are about.
    """
    subject = subjects.find(index, kind=kind, slug=slug)
    posts = subjects.posts_of(subject, _below(index)) if subject else None
    if subject is None or posts is None or not posts.exists():
        raise Http404
    return Source(
        front=front,
        url=f"{index.full_url}{kind}/{quote(subject.row.slug)}/",
        posts=posts,
        title=subject.row.name,
        description=getattr(subject.row, "about", ""),
    )


def of_campaign(front: Page, campaign: CampaignPage) -> Source:
    """The posts of a campaign."""
    return Source(
        front=front,
        url=campaign.full_url,
        posts=posts_of(campaign),
        title=campaign.title,
        description=campaign.summary,
    )


def _below(page: Page) -> PostQuerySet:
    posts: PostQuerySet = PostPage.objects.descendant_of(page).live().public()
    return posts
