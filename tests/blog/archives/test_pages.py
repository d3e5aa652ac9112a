from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from blog.models import Author, PostAuthor, PostPage, Series, Topic
from tests.pages import (
    POSTED_AT,
    Newsroom,
    label,
    make_newsroom,
    make_post,
    make_translation,
    sign,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db

ARCHIVE_QUERIES = {
    "/news/2012/": 14,
    "/news/2012/01/": 14,
    "/news/topic/housing/": 15,
    "/news/author/ana/": 15,
    "/news/series/our-bus/": 15,
    "/news/archive/": 10,
}


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def make_posts(newsroom: Newsroom, number: int) -> list[PostPage]:
    series, _made = Series.objects.get_or_create(
        name="Our bus", slug="our-bus", locale=newsroom.index.locale
    )
    posts = []
    for n in range(number):
        at = POSTED_AT + timedelta(hours=n)
        post = make_post(newsroom, title=f"Post {n}", posted_at=at, series=series)
        sign(post, ["Ana"])
        label(post, ["Housing"])
        posts.append(post)
    return posts


def titles(page: lxml_html.HtmlElement) -> list[str]:
    return [title.text_content() for title in page.find_class("teaser__title")]


def heading(page: lxml_html.HtmlElement) -> str:
    return page.find(".//h1").text_content()


def test_year_and_month_list_their_posts_the_newest_first(
    newsroom: Newsroom, client: Client
) -> None:
    make_posts(newsroom, 2)
    make_post(newsroom, title="March", posted_at=datetime(2012, 3, 1, 12, tzinfo=UTC))
    make_post(newsroom, title="Before", posted_at=datetime(2011, 12, 31, tzinfo=UTC))

    year, month = read(client, "/news/2012/"), read(client, "/news/2012/01/")

    assert (heading(year), titles(year)) == ("2012", ["March", "Post 1", "Post 0"])
    assert (heading(month), titles(month)) == ("January 2012", ["Post 1", "Post 0"])


@pytest.mark.parametrize(
    "path",
    [
        "/news/2011/",
        "/news/2012/02/",
        "/news/2012/00/",
        "/news/2012/13/",
        "/news/2012/1/",
        "/news/0000/",
        "/news/9999/",
        "/news/topic/nothing/",
        "/news/topic/",
        "/news/author/nobody/",
        "/news/series/none/",
        "/news/reader/ana/",
    ],
)
def test_archive_without_posts_is_not_there(path: str, newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "name"),
    [("topic/housing", "Housing"), ("author/ana", "Ana"), ("series/our-bus", "Our bus")],
)
def test_subject_lists_its_posts(path: str, name: str, newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)
    make_post(newsroom, title="Other")

    page = read(client, f"/news/{path}/")

    assert (heading(page), titles(page)) == (name, ["Post 0"])
    assert page.find(".//title").text == f"{name} · Broadside"


def test_series_is_read_from_its_beginning(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 11)

    page = read(client, "/news/series/our-bus/")
    [on] = page.find_class("pager__link")

    assert titles(page)[:2] == ["Post 0", "Post 1"]
    assert on.text_content() == "Newer posts"
    assert titles(read(client, f"/news/series/our-bus/{on.get('href')}")) == ["Post 10"]


def test_author_is_introduced(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)
    Author.objects.update(about="Ana drives the bus.", url="https://ana.example.org")

    text = words(read(client, "/news/author/ana/"))

    assert text.startswith("Author Ana Ana drives the bus. https://ana.example.org")


@pytest.mark.parametrize(
    "path", ["topic/housing", "author/ana", "series/our-bus", "2012", "2012/01"]
)
def test_archive_shows_only_what_anybody_may_read(
    path: str, newsroom: Newsroom, client: Client
) -> None:
    draft, private = make_posts(newsroom, 2)
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(f"/news/{path}/").status_code == 404


def test_topic_of_another_languages_row_is_found_by_its_name(
    newsroom: Newsroom, client: Client
) -> None:
    """An editor may file a Spanish post under an English topic."""
    spanish = make_translation(newsroom)
    make_posts(newsroom, 1)
    post = make_post(spanish, title="En español")
    post.topics.set(Topic.objects.filter(slug="housing"))
    post.save()

    page = read(client, "/es/news/topic/housing/")

    assert (heading(page), titles(page)) == ("Housing", ["En español"])


def test_topic_is_called_as_the_language_of_the_index_calls_it(
    newsroom: Newsroom, client: Client
) -> None:
    spanish = make_translation(newsroom)
    make_posts(newsroom, 1)
    Topic.objects.create(name="Vivienda", slug="housing", locale=spanish.index.locale)
    post = make_post(spanish, title="En español")
    post.topics.set(Topic.objects.filter(slug="housing"))
    post.save()

    assert heading(read(client, "/es/news/topic/housing/")) == "Vivienda"
    assert heading(read(client, "/news/topic/housing/")) == "Housing"


def test_archive_says_where_it_stands(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)

    for path in ("/news/2012/01/", "/news/topic/housing/", "/news/archive/"):
        page = read(client, path)
        assert page.xpath("//link[@rel='canonical']/@href") == [f"http://testserver{path}"]


def test_overview_leads_to_every_year_and_month(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)

    page = read(client, "/news/archive/")

    assert heading(page) == "Archive"
    assert [link.get("href") for link in page.find_class("archive__link")] == [
        "/news/2012/",
        "/news/2012/01/",
    ]


def test_archive_leads_to_the_overview(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)

    for path in ("/news/2012/01/", "/news/topic/housing/"):
        assert read(client, path).xpath("//a[@href='/news/archive/']")


def test_a_hundred_posts_cost_no_query_more_than_ten(newsroom: Newsroom, client: Client) -> None:
    def costs() -> dict[str, int]:
        counted = {}
        for path in (*ARCHIVE_QUERIES, "/news/", "/news/search/?q=post"):
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(path).status_code == 200
            counted[path] = len(captured)
        return counted

    [first, *_others] = make_posts(newsroom, 10)
    before = costs()
    more = [
        make_post(newsroom, title=f"More {n}", series=first.series, posted_at=first.posted_at)
        for n in range(90)
    ]
    [author], [topic] = first.authors, first.topics.all()
    PostAuthor.objects.bulk_create(PostAuthor(post=post, author=author) for post in more)
    filed = PostPage.topics.through
    filed.objects.bulk_create(filed(postpage=post, topic=topic) for post in more)
    assert costs() == before


@pytest.mark.parametrize("path", ARCHIVE_QUERIES)
@pytest.mark.parametrize("number", [1, 10])
def test_number_of_queries_does_not_grow(
    number: int,
    path: str,
    newsroom: Newsroom,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_posts(newsroom, number)
    client.get(path)

    with django_assert_num_queries(ARCHIVE_QUERIES[path]):
        client.get(path)
