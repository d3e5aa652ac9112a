"""How many questions each kind of page may ask the database, with one comment and with sixty."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.models import PostPage
from comments import receipts
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy
from tests.comments.factories import SAID_AT, make_comment, make_user
from tests.kinds_of_pages import KINDS, addresses
from tests.pages import label, make_newsroom, make_translation, sign

pytestmark = pytest.mark.django_db

SECRET = "secret-of-a-receipt"
# Without the page cache, in a newsroom of two languages.
MOST: Mapping[str, int] = {
    "front": 13,
    "index": 16,
    "post": 15,
    "page": 10,
    "campaigns": 11,
    "campaign": 20,
    "archive": 14,
    "search": 17,
    "nothing found": 13,
    "form": 10,
    "rules": 6,
    "report": 8,
    "transparency": 9,
    "missing": 8,
    "feed of all": 11,
    "feed of an index": 16,
    "feed of comments": 13,
    "calendar": 5,
    "sitemap": 21,
    "robots": 2,
    "api: posts": 11,
    "api: campaigns": 5,
    "api: events": 5,
    "api: thread": 6,
    "receipt": 17,
    "permalink": 8,
    "conversation": 17,
    "newest first": 15,
}


@pytest.fixture
def places() -> dict[str, str]:
    """An address of each kind; the post has an author, a topic and a comment."""
    newsroom = make_newsroom()
    make_translation(newsroom)
    found = addresses(newsroom)
    post, comment = PostPage.objects.get(), Comment.objects.get()
    sign(post, ["Marisol Vega"])
    label(post, ["Housing"])
    Comment.objects.update(receipt_digest=receipts.digest(SECRET))
    return found | {
        "feed of all": "/feed/",
        "feed of an index": f"{newsroom.index.url}feed/",
        "feed of comments": f"{post.url}comments/feed/",
        "calendar": "/calendar.ics",
        "sitemap": "/sitemap.xml",
        "robots": "/robots.txt",
        "api: posts": "/api/v1/posts/",
        "api: campaigns": "/api/v1/campaigns/",
        "api: events": "/api/v1/events/",
        "api: thread": f"/api/v1/threads/{post.pk}/",
        "receipt": f"/comments/receipt/{SECRET}/",
        "permalink": f"/comments/{comment.pk}/",
        "conversation": f"{post.url}?conversation={comment.pk}",
        "newest first": f"{post.url}?order=newest",
    }


def make_thread(comments: int) -> None:
    """More comments below the post: conversations, tombstones, a badge."""
    post, first = PostPage.objects.get(), Comment.objects.get()
    staff = make_user("staff")
    for place in range(1, comments):
        fields = {"parent": first if place % 2 else None}
        if place % 7 == 0:
            fields |= {"status": CommentStatus.REMOVED, "removed_by": RemovedBy.AUTHOR}
        elif place % 11 == 0:
            fields["staff_author"] = staff
        make_comment(post, created_at=SAID_AT + timedelta(minutes=place), **fields)


def queries_of(address: str) -> int:
    client = Client()
    client.get(address)  # what a process learns once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code in (200, 302, 404)
    return len(asked)


@pytest.mark.parametrize("comments", [1, 60])
def test_no_kind_of_page_asks_more_than_it_may(places: dict[str, str], comments: int) -> None:
    make_thread(comments)
    needed = {kind: queries_of(address) for kind, address in places.items()}
    assert {kind: (needed[kind], most) for kind, most in MOST.items() if needed[kind] > most} == {}


def test_every_kind_of_page_has_its_budget(places: dict[str, str]) -> None:
    assert set(KINDS) <= set(MOST)
    assert set(places) == set(MOST)
