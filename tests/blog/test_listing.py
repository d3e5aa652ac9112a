from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from blog.listing import PINNED_AT_MOST, POSTS_PER_PAGE, Listing, list_posts
from blog.models import PostPage
from comments import archive
from comments.states import CommentStatus
from tests.pages import POSTED_AT, Newsroom, make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db

TWO_PAGES_AND_A_BIT = 2 * POSTS_PER_PAGE + 1


def make_posts(newsroom: Newsroom, number: int) -> list[PostPage]:
    return [
        make_post(newsroom, title=f"Post {n}", posted_at=POSTED_AT + timedelta(days=n))
        for n in range(number)
    ]


def read(query: str = "", *, has_pins: bool = False, is_oldest_first: bool = False) -> Listing:
    request = RequestFactory().get(f"/news/{query}")
    posts = PostPage.objects.all()
    return list_posts(posts, request, has_pins=has_pins, is_oldest_first=is_oldest_first)


def titles(listing: Listing) -> list[str]:
    return [teaser.post.title for teaser in listing.teasers]


def named(first: int, last: int) -> list[str]:
    step = 1 if first < last else -1
    return [f"Post {n}" for n in range(first, last + step, step)]


def test_newest_posts_come_first() -> None:
    make_posts(make_newsroom(), 3)

    dates = [teaser.post.posted_at for teaser in read().teasers]

    assert all(earlier > later for earlier, later in pairwise(dates))


def test_list_leads_on_to_its_end_and_back_again() -> None:
    make_posts(make_newsroom(), TWO_PAGES_AND_A_BIT)

    first = read()
    second = read(first.on)
    third = read(second.on)

    assert [titles(page) for page in (first, second, third)] == [
        named(20, 11),
        named(10, 1),
        ["Post 0"],
    ]
    assert (first.back, third.on) == ("", "")
    assert titles(read(third.back)) == titles(second)
    assert second.back == "/news/"  # the first page goes by its own address


def test_page_holds_the_same_posts_whatever_appears_meanwhile() -> None:
    newsroom = make_newsroom()
    make_posts(newsroom, TWO_PAGES_AND_A_BIT)
    on = read().on
    make_post(newsroom, title="Breaking", posted_at=POSTED_AT + timedelta(days=99))

    assert titles(read(on)) == named(10, 1)


def test_posts_of_the_same_moment_are_each_on_one_page() -> None:
    newsroom = make_newsroom()
    for number in range(TWO_PAGES_AND_A_BIT):
        make_post(newsroom, title=f"Post {number}")

    first = read()
    second = read(first.on)
    third = read(second.on)

    assert titles(first) + titles(second) + titles(third) == named(20, 0)
    assert titles(read(third.back)) == titles(second)


def test_series_is_told_from_its_beginning() -> None:
    make_posts(make_newsroom(), TWO_PAGES_AND_A_BIT)

    first = read(is_oldest_first=True)
    second = read(first.on, is_oldest_first=True)
    third = read(second.on, is_oldest_first=True)

    assert [*titles(first), *titles(second), *titles(third)] == named(0, 20)
    assert second.back == "/news/"
    assert titles(read(third.back, is_oldest_first=True)) == titles(second)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?page=1", named(20, 11)),
        ("?page=2", named(10, 1)),
        ("?page=3", ["Post 0"]),
        ("?page=99", named(9, 0)),
        ("?page=999999", named(9, 0)),
        ("?page=0", named(20, 11)),
    ],
)
def test_old_number_of_a_page_still_gives_a_page(query: str, expected: list[str]) -> None:
    make_posts(make_newsroom(), TWO_PAGES_AND_A_BIT)

    assert titles(read(query)) == expected


@pytest.mark.parametrize(
    "query",
    [
        "?page=x",
        "?page=-1",
        "?page=9999999",
        "?page=²",
        "?after=",
        "?after=x",
        "?after=1.2.3",
        "?after=999999999999999999.1",  # later than all time
        "?before=' OR 1=1 --",
        "?after=-1.1",  # older than all
        "?before=1999999999999999.1",  # newer than all
        "?before=1325782800000000.999999999999999999",
    ],
)
def test_whatever_is_no_page_gives_the_first(query: str) -> None:
    make_posts(make_newsroom(), POSTS_PER_PAGE + 1)

    listing = read(query)

    assert titles(listing) == named(10, 1)
    assert (listing.back, listing.query) == ("", "")


def test_later_page_has_an_address_of_its_own() -> None:
    make_posts(make_newsroom(), TWO_PAGES_AND_A_BIT)

    assert read("?page=2").query == read().on


def test_empty_list_is_one_empty_page() -> None:
    make_newsroom()

    assert read("?page=2") == Listing([])


def test_pinned_post_stands_above_the_first_page_and_nowhere_else() -> None:
    posts = make_posts(make_newsroom(), TWO_PAGES_AND_A_BIT)
    pin(posts[15])

    first = read(has_pins=True)
    second = read(first.on, has_pins=True)

    assert titles(first) == ["Post 15", *named(20, 16), *named(14, 10)]
    assert [teaser.is_pinned for teaser in first.teasers] == [True] + 10 * [False]
    assert titles(second) == named(9, 0)
    assert titles(read(second.back, has_pins=True)) == titles(first)


def test_list_without_pins_has_a_pinned_post_at_its_date() -> None:
    posts = make_posts(make_newsroom(), 3)
    pin(posts[0])

    assert titles(read()) == named(2, 0)


def test_only_the_newest_pins_are_stuck() -> None:
    posts = make_posts(make_newsroom(), POSTS_PER_PAGE)
    for post in posts[: PINNED_AT_MOST + 1]:
        pin(post)

    listing = read(has_pins=True)

    assert [teaser.is_pinned for teaser in listing.teasers].count(True) == PINNED_AT_MOST
    assert titles(listing)[-1] == "Post 0"


def pin(post: PostPage) -> None:
    post.is_pinned = True
    post.save()


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

    # What is pinned, the posts, their signatures, the authors; one for comments nobody wrote.
    with django_assert_num_queries(5):
        listing = read(has_pins=True)
        names = [author.name for teaser in listing.teasers for author in teaser.post.authors]

    assert len(names) == 2 * number
