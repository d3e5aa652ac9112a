from datetime import UTC, datetime

import pytest
from django.test import Client
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from blog.models import Author, BlogIndexPage, PostPage
from tests.pages import label, make_newsroom, make_post, make_translation, paragraph, sign

pytestmark = pytest.mark.django_db

POST_QUERIES = 18
INDEX_QUERIES = 16


def read(client: Client, url: str) -> lxml_html.HtmlElement:
    response = client.get(url)
    assert response.status_code == 200
    return lxml_html.fromstring(response.content)


def words(page: lxml_html.HtmlElement) -> str:
    return " ".join(page.get_element_by_id("content").text_content().split())


def test_post_reads_date_headline_byline_body_topics_comments(client: Client) -> None:
    post = make_post(make_newsroom(), title="The county votes")
    sign(post, ["Zoe Wu", "Ana Ruiz"])
    label(post, ["Housing"])

    assert words(read(client, post.url)).startswith(
        "Thursday, January 5, 2012 The county votes By Zoe Wu, Ana Ruiz "
        "Come and speak. Topics Housing No comments:"
    )


def test_date_line_is_written_in_the_newsrooms_time_zone(client: Client) -> None:
    late = datetime(2012, 1, 6, 2, 30, tzinfo=UTC)  # still Thursday evening in New York
    page = read(client, make_post(make_newsroom(), posted_at=late).url)

    assert page.find_class("dateline")[0].text_content() == "Thursday, January 5, 2012"
    assert page.find(".//article//time").get("datetime") == "2012-01-05T21:30:00-05:00"


def test_date_line_is_written_in_the_language_of_the_page(client: Client) -> None:
    spanish = make_translation(make_newsroom())
    page = read(client, make_post(spanish).url)

    assert page.get("lang") == "es"
    assert page.find_class("dateline")[0].text_content() == "jueves, 5 de enero de 2012"


def test_generated_title_is_no_headline_on_the_page(client: Client) -> None:
    post = make_post(make_newsroom(), title="Words taken", has_generated_title=True)
    page = read(client, post.url)

    assert [heading.get("class") for heading in page.iter("h1")] == ["visually-hidden"]


def test_post_without_authors_has_no_byline(client: Client) -> None:
    page = read(client, make_post(make_newsroom()).url)

    assert page.find_class("byline") == []


def test_author_with_an_address_is_linked(client: Client) -> None:
    post = make_post(make_newsroom())
    sign(post, ["Ana Ruiz"])
    Author.objects.update(url="https://ana.example.org")

    byline = read(client, post.url).find_class("byline")[0]

    assert [link.get("href") for link in byline.iter("a")] == ["https://ana.example.org"]


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

    first, second, third = (
        read(client, f"{newsroom.index.url}?page={number}") for number in (1, 2, 3)
    )

    assert [link.get("href") for link in first.find_class("pager__link")] == ["?page=2"]
    assert [link.get("href") for link in second.find_class("pager__link")] == ["/news/", "?page=3"]
    assert [link.get("href") for link in third.find_class("pager__link")] == ["?page=2"]


def test_index_without_posts_says_so(client: Client) -> None:
    assert "Nothing has been published here yet." in words(read(client, make_newsroom().index.url))


def test_teaser_shows_the_first_words(client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom, body=[paragraph("<p>Bread &amp; roses.</p>")])

    teaser = read(client, newsroom.index.url).find_class("teaser")[0]

    assert teaser.find_class("teaser__summary")[0].text_content() == "Bread & roses."


def test_editors_own_description_goes_before_the_first_words() -> None:
    assert PostPage(search_description="In short", body=[paragraph()]).summary == "In short"


@pytest.mark.parametrize("authors", [1, 5])
def test_number_of_queries_of_a_post_does_not_grow(
    authors: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    post = make_post(make_newsroom(), body=[paragraph()] * authors)
    names = [f"Author {number}" for number in range(authors)]
    sign(post, names)
    label(post, names)
    client.get(post.url)  # fills what the process remembers about sites and content types

    with django_assert_num_queries(POST_QUERIES):
        client.get(post.url)


@pytest.mark.parametrize("posts", [1, 10])
def test_number_of_queries_of_the_index_does_not_grow(
    posts: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    newsroom = make_newsroom()
    for number in range(posts):
        sign(make_post(newsroom, title=f"Post {number}"), ["Ana", "Bo"])
    client.get(newsroom.index.url)

    with django_assert_num_queries(INDEX_QUERIES):
        client.get(newsroom.index.url)


def test_post_belongs_below_an_index_and_holds_no_pages() -> None:
    assert PostPage.allowed_parent_page_models() == [BlogIndexPage]
    assert PostPage.allowed_subpage_models() == []


def test_new_post_can_be_previewed_before_it_is_saved() -> None:
    newsroom = make_newsroom()
    post = PostPage(title="Tonight", slug="tonight", locale=newsroom.index.locale)
    post.path = f"{newsroom.index.path}0001"
    post.depth = newsroom.index.depth + 1
    post.set_url_path(newsroom.index)

    response = post.make_preview_request()

    assert response.status_code == 200
    assert b"Tonight</h1>" in response.render().content
