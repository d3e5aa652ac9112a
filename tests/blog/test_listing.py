from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from blog.listing import POSTS_PER_PAGE, Listing, list_posts
from blog.models import PostPage
from comments import archive
from comments.states import CommentStatus
from tests.pages import POSTED_AT, Newsroom, make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db


def make_posts(newsroom: Newsroom, number: int) -> list[PostPage]:
    return [
        make_post(newsroom, title=f"Post {n}", posted_at=POSTED_AT + timedelta(days=n))
        for n in range(number)
    ]


def read(query: str = "") -> Listing:
    request = RequestFactory().get(f"/{query}")
    return list_posts(PostPage.objects.newest_first().with_bylines(), request)


def test_newest_posts_come_first() -> None:
    make_posts(make_newsroom(), 3)

    dates = [teaser.post.posted_at for teaser in read().teasers]

    assert all(earlier > later for earlier, later in pairwise(dates))


def test_list_is_cut_into_pages() -> None:
    make_posts(make_newsroom(), POSTS_PER_PAGE + 1)

    assert len(read().teasers) == POSTS_PER_PAGE
    assert read().page.has_next()
    assert [teaser.post.title for teaser in read("?page=2").teasers] == ["Post 0"]


@pytest.mark.parametrize(("query", "number"), [("?page=99", 2), ("?page=0", 2), ("?page=x", 1)])
def test_number_that_is_no_page_gives_the_nearest_one(query: str, number: int) -> None:
    make_posts(make_newsroom(), POSTS_PER_PAGE + 1)

    assert read(query).page.number == number


def test_empty_list_is_one_empty_page() -> None:
    make_newsroom()

    assert read().teasers == []
    assert not read().page.has_other_pages()


def test_teaser_counts_what_shows_below_the_post() -> None:
    newsroom = make_newsroom()
    discussed = make_post(newsroom, title="Discussed", posted_at=POSTED_AT + timedelta(days=1))
    make_post(newsroom, title="Quiet")
    for status in (CommentStatus.PUBLISHED, CommentStatus.PENDING):
        archive.add(
            archive.ArchivedComment(
                page_id=discussed.pk,
                parent_id=None,
                author_name="Ana",
                body_html="<p>Yes.</p>",
                created_at=POSTED_AT,
                status=status,
            )
        )

    assert [teaser.comment_count for teaser in read().teasers] == [1, 0]


@pytest.mark.parametrize("number", [2, POSTS_PER_PAGE])
def test_number_of_queries_does_not_grow_with_posts(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for post in make_posts(make_newsroom(), number):
        sign(post, ["Ana", "Bo"])

    # The count, the posts, their signatures, the authors; one for comments nobody wrote.
    with django_assert_num_queries(5):
        listing = read()
        names = [author.name for teaser in listing.teasers for author in teaser.post.authors]

    assert len(names) == 2 * number
