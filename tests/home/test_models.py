import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries

from home.models import HomePage, PlainPage
from tests.comments.factories import make_comment
from tests.pages import (
    Newsroom,
    make_newsroom,
    make_plain_page,
    make_post,
    make_translation,
    paragraph,
    sign,
)

pytestmark = pytest.mark.django_db

HOME_QUERIES = 13
PUBLIC = ["/", "/?page=2", "/news/", "/news/a-vote/", "/about/", "/es/", "/es/news/"]


@pytest.fixture
def newsroom() -> Newsroom:
    """One page of every kind, in two languages."""
    newsroom = make_newsroom()
    make_post(newsroom, title="A vote")
    make_plain_page(newsroom, title="About", show_in_menus=True)
    make_translation(newsroom)
    return newsroom


def parsed(response: HttpResponse) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(response.content)


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("cookies", [{}, {settings.CSRF_COOKIE_NAME: 32 * "x", "theme": "y"}])
def test_reader_gets_no_cookie_and_a_page_that_varies_on_none(
    path: str, cookies: dict[str, str], newsroom: Newsroom, client: Client
) -> None:
    client.cookies.load(cookies)
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize("path", PUBLIC)
def test_answer_to_a_session_is_kept_by_nobody(
    path: str, newsroom: Newsroom, client: Client
) -> None:
    client.cookies.load(
        {settings.SESSION_COOKIE_NAME: "made up", settings.CSRF_COOKIE_NAME: 32 * "x"}
    )
    response = client.get(path)

    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", PUBLIC)
def test_page_is_the_same_for_every_reader(path: str, newsroom: Newsroom, client: Client) -> None:
    other = {"accept-language": "es", "referer": "https://example.org/", "user-agent": "Other"}

    assert client.get(path).content == client.get(path, headers=other).content


@pytest.mark.parametrize("path", PUBLIC)
def test_page_loads_nothing_from_another_host(
    path: str, newsroom: Newsroom, client: Client
) -> None:
    html = client.get(path).content.decode()

    assert re.findall(r'<(?:script|img|iframe|source)[^>]+src(?:set)?="(?!/)', html) == []
    assert re.findall(r'<link rel="(?:stylesheet|icon)" href="(?!/)', html) == []
    assert not re.search(r'\sstyle="|<style|\son\w+="|<script(?![^>]*(?:src=|ld\+json))', html)


def test_home_shows_the_newest_posts_of_its_language(newsroom: Newsroom, client: Client) -> None:
    english = parsed(client.get("/")).find_class("teaser__title")
    spanish = parsed(client.get("/es/"))

    assert [title.text_content() for title in english] == ["A vote"]
    assert spanish.find_class("teaser__title") == []
    assert spanish.get("lang") == "es"


@pytest.mark.parametrize("posts", [1, 10])
def test_number_of_queries_of_the_home_page_does_not_grow(
    posts: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    newsroom = make_newsroom()
    for number in range(posts):
        sign(make_post(newsroom, title=f"Post {number}"), ["Ana", "Bo"])
    client.get("/")  # fills what the process remembers about sites and content types

    with django_assert_num_queries(HOME_QUERIES):
        client.get("/")


def test_address_of_a_page_comes_from_the_site_and_not_from_the_request(
    newsroom: Newsroom, client: Client
) -> None:
    page = parsed(client.get("/about/", headers={"host": "localhost"}))

    assert page.xpath("//link[@rel='canonical']/@href") == ["http://testserver/about/"]
    assert page.xpath("//meta[@property='og:url']/@content") == ["http://testserver/about/"]


def test_later_page_of_a_list_has_an_address_of_its_own(client: Client) -> None:
    newsroom = make_newsroom()
    for number in range(11):
        make_post(newsroom, title=f"Post {number}")
    [on] = parsed(client.get("/")).find_class("pager__link")
    page = parsed(client.get("/?page=2&utm_source=x"))

    assert page.xpath("//link[@rel='canonical']/@href") == [f"http://testserver/{on.get('href')}"]


def test_page_names_its_translations_and_leads_to_the_other_language(
    newsroom: Newsroom, client: Client
) -> None:
    news, about = (parsed(client.get(path)) for path in ("/news/", "/about/"))
    languages = "//nav[@class='masthead__languages']//a/@href"
    alternates = "//link[@rel='alternate'][@hreflang]/@href"

    assert news.xpath(alternates) == ["http://testserver/news/", "http://testserver/es/news/"]
    assert news.xpath(languages) == ["/news/", "/es/news/"]
    assert about.xpath(alternates) == ["http://testserver/about/"]
    assert about.xpath(languages) == ["/about/", "/es/"]


def test_page_says_what_it_is_about(client: Client) -> None:
    make_plain_page(make_newsroom(), body=[paragraph("<p>We &amp; our neighbours.</p>")])
    page = parsed(client.get("/about/"))

    assert page.findtext(".//title") == "About · Broadside"
    assert page.xpath("//meta[@name='description']/@content") == ["We & our neighbours."]


def test_front_page_is_described_by_its_tagline() -> None:
    assert HomePage(tagline="News of the campaign").summary == "News of the campaign"


def test_plain_page_takes_no_comments_unless_its_editor_says_so(client: Client) -> None:
    newsroom = make_newsroom()
    make_plain_page(newsroom, title="About")
    make_plain_page(newsroom, title="Guestbook", comments_open=True)

    assert not PlainPage().comments_open
    assert b'id="comments"' not in client.get("/about/").content
    assert b'id="comments"' in client.get("/guestbook/").content


def test_closed_plain_page_keeps_what_was_said(client: Client) -> None:
    make_comment(make_plain_page(make_newsroom()))

    assert b'id="comments"' in client.get("/about/").content


def test_new_plain_page_can_be_previewed_before_it_is_saved() -> None:
    home = make_newsroom().home
    page = PlainPage(title="Rules", slug="rules", locale=home.locale, comments_open=True)
    page.path, page.depth = f"{home.path}0009", home.depth + 1
    page.set_url_path(home)

    assert b"Rules</h1>" in page.make_preview_request().render().content


@pytest.mark.parametrize(("path", "language"), [("/nowhere/", "en"), ("/es/nada/", "es")])
def test_unknown_address_is_answered_in_its_language(
    path: str, language: str, newsroom: Newsroom, client: Client
) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies
    assert parsed(response).get("lang") == language


def test_page_for_a_broken_server_needs_nothing_but_its_file(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert "Something went wrong" in render_to_string("500.html")


def test_user_bar_shows_for_editors_alone(newsroom: Newsroom, client: Client) -> None:
    assert b"wagtail-userbar" not in client.get("/about/").content

    client.force_login(get_user_model().objects.create_superuser("editor"))

    assert b"wagtail-userbar" in client.get("/about/").content
