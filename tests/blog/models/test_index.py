from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.comments.factories import make_comment
from tests.pages import make_newsroom, make_post, paragraph, sign
from tests.reading import read, words

pytestmark = pytest.mark.django_db

INDEX_QUERIES = 16


def test_index_shows_published_posts_the_newest_first(client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom, title="Older", posted_at=datetime(2011, 1, 1, tzinfo=UTC))
    make_post(newsroom, title="Newer", posted_at=datetime(2012, 1, 1, tzinfo=UTC))
    make_post(newsroom, title="Draft", live=False)
    secret = make_post(newsroom, title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    titles = read(client, newsroom.index.url).find_class("teaser__title")

    assert [title.text_content() for title in titles] == ["Newer", "Older"]


def test_index_leads_to_older_and_newer_posts(client: Client) -> None:
    newsroom = make_newsroom()
    for number in range(21):
        make_post(newsroom, title=f"Post {number}")

    first = read(client, newsroom.index.url)
    [to_second] = first.find_class("pager__link")
    second = read(client, newsroom.index.url + to_second.get("href"))
    back, on = second.find_class("pager__link")
    third = read(client, newsroom.index.url + on.get("href"))

    assert to_second.text_content() == "Older posts"
    assert back.get("href") == "/news/"
    assert [link.text_content() for link in third.find_class("pager__link")] == ["Newer posts"]


def test_pinned_post_says_so(client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom, title="Pinned", is_pinned=True, posted_at=datetime(2001, 1, 1, tzinfo=UTC))
    make_post(newsroom, title="News")

    [pinned, news] = read(client, newsroom.index.url).find_class("teaser")

    assert "Pinned" in pinned.find_class("dateline")[0].text_content()
    assert news.find_class("dateline__pin") == []


def test_index_without_posts_says_so(client: Client) -> None:
    assert "Nothing has been published here yet." in words(read(client, make_newsroom().index.url))


def test_teaser_shows_the_first_words(client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom, body=[paragraph("<p>Bread &amp; roses.</p>")])

    teaser = read(client, newsroom.index.url).find_class("teaser")[0]

    assert teaser.find_class("teaser__summary")[0].text_content() == "Bread & roses."


def test_index_counts_posts_of_each_year_and_month(client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom)

    page = read(client, newsroom.index.url)

    assert [link.get("href") for link in page.find_class("archive__link")] == [
        "/news/2012/",
        "/news/2012/01/",
    ]


def test_index_tells_the_last_words_said(client: Client) -> None:
    newsroom = make_newsroom()
    make_comment(make_post(newsroom), author_name="Ana", body="See you there.")

    [comment] = read(client, newsroom.index.url).find_class("archive__comment")

    assert " ".join(comment.text_content().split()) == "Ana on The county votes See you there."


@pytest.mark.parametrize("posts", [1, 10])
def test_number_of_queries_of_the_index_does_not_grow(
    posts: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    newsroom = make_newsroom()
    for number in range(posts):
        post = make_post(newsroom, title=f"Post {number}")
        sign(post, ["Ana", "Bo"])
        make_comment(post)
    client.get(newsroom.index.url)

    with django_assert_num_queries(INDEX_QUERIES):
        client.get(newsroom.index.url)
