import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from blog.models import PostPage, PostWords
from blog.searching import finding, pages
from tests.pages import Newsroom, label, make_newsroom, make_post, paragraph, sign
from tests.reading import read, words

pytestmark = pytest.mark.django_db

SEARCH_QUERIES = 17


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def make_posts(newsroom: Newsroom, number: int) -> None:
    for each in range(number):
        post = make_post(newsroom, f"Bus {each}", body=[paragraph("<p>It runs & <b>runs</b>.</p>")])
        label(post, ["Housing"])
        sign(post, ["Ana"])


def test_search_begins_with_its_form_alone(newsroom: Newsroom, client: Client) -> None:
    page = read(client, "/news/search/")

    assert page.find_class("search__summary") == []
    assert page.xpath("//form[@role='search']/@action") == ["/news/search/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_hits_are_shown_with_their_words_marked(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)

    page = read(client, "/news/search/?q=runs")
    [result] = page.find_class("search__result")

    assert [mark.text for mark in result.iter("mark")] == ["runs", "runs"]
    assert "1 post" in words(page)
    assert "It runs & runs." in " ".join(result.text_content().split())
    assert page.xpath("//input[@name='q']/@value") == ["runs"]


def test_markup_in_words_is_text(newsroom: Newsroom, client: Client) -> None:
    make_post(newsroom, title="<script>alert(1)</script>", slug="x")

    response = client.get("/news/search/", {"q": "<script>alert"})

    assert b"<script>alert" not in response.content
    assert b"&lt;<mark>script</mark>&gt;" in response.content


def test_nothing_found_says_so(newsroom: Newsroom, client: Client) -> None:
    assert "Nothing was found." in words(read(client, "/news/search/?q=tram"))


def test_mistyped_word_finds_what_was_meant(newsroom: Newsroom, client: Client) -> None:
    make_post(newsroom, title="Evictions")

    text = words(read(client, "/news/search/?q=evcitions"))

    assert "No post has “evcitions”. These have “evictions”. 1 post" in text


def test_very_many_hits_are_not_counted(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "RARE", 2)
    make_posts(newsroom, 3)

    page = read(client, "/news/search/?q=bus")

    assert "More than 2 posts, the newest first" in words(page)
    assert page.find_class("search__number") == []


def test_pages_of_a_search_lead_on_and_back(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 11)

    first = read(client, "/news/search/?q=bus")
    second = read(client, "/news/search/?q=bus&page=2")

    assert [link.get("href") for link in first.find_class("pager__link")] == ["?q=bus&page=2"]
    assert [link.get("href") for link in second.find_class("pager__link")] == ["?q=bus"]
    assert len(second.find_class("search__result")) == 1


def test_last_page_of_very_many_hits_leads_no_further(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "RARE", 2)
    monkeypatch.setattr(pages, "LAST_PAGE", 1)
    make_posts(newsroom, 11)

    assert read(client, "/news/search/?q=bus").find_class("pager__link") == []


def test_search_is_narrowed_down_by_a_click(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 2)
    make_post(newsroom, title="Bus x")

    page = read(client, "/news/search/?q=bus")
    [housing] = [link for link in page.iter("a") if link.text_content() == "Housing"]
    narrowed = read(client, f"/news/search/{housing.get('href')}")

    assert len(narrowed.find_class("search__result")) == 2
    assert "Take out Housing" in words(narrowed)


def test_row_that_outlived_its_post_shows_nothing(newsroom: Newsroom, client: Client) -> None:
    make_posts(newsroom, 1)
    PostPage.objects.update(live=False)
    assert PostWords.objects.exists()

    assert read(client, "/news/search/?q=bus").find_class("search__result") == []


@pytest.mark.parametrize("number", [1, 10])
def test_number_of_queries_does_not_grow(
    number: int,
    newsroom: Newsroom,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_posts(newsroom, number)
    client.get("/news/search/?q=bus")

    with django_assert_num_queries(SEARCH_QUERIES):
        client.get("/news/search/?q=bus")
