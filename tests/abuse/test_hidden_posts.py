"""A post that not everybody may read is in no byte of any address, and leaves nothing behind."""

import json

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import Author, PostAuthor, PostPage, RelatedPost, Series, Topic
from tests.blog.events.happenings import event_block
from tests.comments.factories import make_comment
from tests.pages import POSTED_AT, Newsroom, make_campaign, make_post, paragraph

pytestmark = pytest.mark.django_db

# What the post says, is called, is filed under, and where it stands.
MARKS = (
    "unutterable",
    "hiddentitle",
    "hiddentopic",
    "hiddenauthor",
    "hiddenseries",
    "/hidden-post/",
)
EVENT = event_block(title="unutterable event", date="2112-01-01")
BODY = [
    {"type": "paragraph", "value": "<p>unutterable words</p>"},
    EVENT,
    {
        "type": "action",
        "id": "33333333-1111-4111-8111-111111111111",
        "value": {"kind": "sign", "title": "unutterable", "url": "https://unutterable.example/"},
    },
]
FEEDS = [f"feed/{ending}" for ending in ("", "atom/", "json/")]


def addresses(post: PostPage) -> list[str]:
    subjects = ["topic/hiddentopic/", "author/hiddenauthor/", "series/hiddenseries/"]
    topic = Topic.objects.get().pk
    return [
        *("/", "/news/", "/news/2012/", "/news/2012/01/", "/news/archive/", "/2012/01/"),
        *(f"/news/{subject}{feed}" for subject in subjects for feed in ("", "feed/")),
        *(f"/news/search/?{asked}" for asked in ("q=unutterable", "q=words", f"topic={topic}")),
        *(f"{place}{feed}" for place in ("/", "/news/", "/campaigns/bus-40/") for feed in FEEDS),
        *("/campaigns/", "/campaigns/bus-40/", "/campaigns/bus-40/calendar.ics", "/calendar.ics"),
        *("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-archives.xml", f"/p/{post.pk}/"),
        *("/api/v1/posts/", f"/api/v1/posts/{post.pk}", f"/api/v1/threads/{post.pk}"),
        *("/api/v1/events/", "/api/v1/events/?when=past", f"/events/{EVENT['id']}.ics"),
        *(f"/comments/{feed}" for feed in FEEDS),
        *(f"{post.url}comments/{feed}" for feed in FEEDS),
        *(
            f"/comments/{post.pk}/form/",
            f"/comments/{post.pk}/count.json",
            "/news/the-county-votes/",
        ),
    ]


def told(client: Client, post: PostPage) -> dict[str, list[str]]:
    """What of the post each address tells, but for what was asked for itself."""
    found = {}
    for address in addresses(post):
        answer = client.get(address)
        said = answer.getvalue().decode() + answer.get("Location", "")
        marks = [mark for mark in MARKS if mark in said.lower() and mark not in address]
        if marks:
            found[address] = marks
    return found


def restrict(page: object, kind: str = PageViewRestriction.PASSWORD) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x" * 12)


def expire(post: PostPage) -> None:
    PostPage.objects.filter(pk=post.pk).update(expire_at=POSTED_AT)
    call_command("publish_scheduled")


WAYS = {
    "unpublished": lambda post: post.unpublish(),
    "expired": expire,
    "behind a password": restrict,
    "for the staff": lambda post: restrict(post, PageViewRestriction.LOGIN),
}


@pytest.fixture
def hidden(newsroom: Newsroom) -> PostPage:
    """Published, filed under everything, and commented on."""
    locale = newsroom.index.locale
    topic, author, series = (
        model.objects.create(name=name, slug=name, locale=locale)
        for model, name in (
            (Topic, "hiddentopic"),
            (Author, "hiddenauthor"),
            (Series, "hiddenseries"),
        )
    )
    post = make_post(newsroom, "Hiddentitle", slug="hidden-post", live=False, body=json.dumps(BODY))
    post.topics.add(topic)
    post.campaigns.add(make_campaign(newsroom))
    post.series = series
    post.post_authors.add(PostAuthor(author=author))
    post.save()
    post.save_revision().publish()
    post = PostPage.objects.get(pk=post.pk)
    make_comment(post, "unutterable comment")
    other = make_post(newsroom, body=[paragraph("<p>Other words.</p>")])
    other.campaigns.set(post.campaigns.all())
    other.related_posts.add(RelatedPost(related=post))
    other.save()
    return post


def test_while_everybody_may_read_it_it_is_told_of(client: Client, hidden: PostPage) -> None:
    assert len(told(client, hidden)) > 30


@pytest.mark.parametrize("way", WAYS)
def test_what_not_everybody_may_read_is_told_of_nowhere(
    way: str, client: Client, hidden: PostPage
) -> None:
    WAYS[way](hidden)
    assert told(client, hidden) == {}


def test_nor_what_stands_below_a_page_that_not_everybody_may_read(
    client: Client, newsroom: Newsroom, hidden: PostPage
) -> None:
    restrict(newsroom.index)
    assert told(client, hidden) == {}
