import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from blog.short_addresses import short_address
from tests.pages import (
    Newsroom,
    make_campaign,
    make_newsroom,
    make_plain_page,
    make_post,
    make_translation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def leads_to(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 302
    return str(response["Location"])


def test_short_address_leads_to_where_the_page_stands_now(
    newsroom: Newsroom, client: Client
) -> None:
    post = make_post(newsroom)
    address = short_address(post)
    post.slug = "another"
    post.save()

    assert address == f"/p/{post.pk}/"
    assert leads_to(client, address) == "/news/another/"


def test_it_is_one_address_for_every_language(newsroom: Newsroom, client: Client) -> None:
    post = make_post(make_translation(newsroom))

    assert leads_to(client, short_address(post)) == f"/es/news/{post.slug}/"


def test_campaigns_have_one_too(newsroom: Newsroom, client: Client) -> None:
    assert leads_to(client, short_address(make_campaign(newsroom))) == "/campaigns/bus-40/"


def test_draft_and_private_page_have_none(newsroom: Newsroom, client: Client) -> None:
    draft = make_post(newsroom, title="Draft", live=False)
    private = make_post(newsroom, title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    for page in (draft, private, Page.get_first_root_node()):
        assert client.get(short_address(page)).status_code == 404


@pytest.mark.parametrize("number", ["0", "01", "x", "999999999999999999", "9999999999999999999"])
def test_number_that_is_no_pages_is_not_found(
    number: str, newsroom: Newsroom, client: Client
) -> None:
    assert client.get(f"/p/{number}/").status_code == 404


def test_only_looking_is_allowed(newsroom: Newsroom, client: Client) -> None:
    post = make_post(newsroom)

    for path in (short_address(post), "/2012/01/"):
        assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    ("path", "target"), [("/2012/01/", "/news/2012/01/"), ("/2012/", "/news/2012/")]
)
def test_month_of_an_old_blog_leads_to_the_archive(
    path: str, target: str, newsroom: Newsroom, client: Client
) -> None:
    make_post(newsroom)
    make_post(make_translation(newsroom))

    assert leads_to(client, path) == target
    assert leads_to(client, f"/es{path}") == f"/es{target}"


@pytest.mark.parametrize("path", ["/2011/", "/2012/02/", "/2012/13/", "/2012/1/", "/0000/"])
def test_month_without_posts_is_not_found(path: str, newsroom: Newsroom, client: Client) -> None:
    make_post(newsroom)

    assert client.get(path).status_code == 404


def test_page_of_that_name_goes_before_the_archive(newsroom: Newsroom, client: Client) -> None:
    make_post(newsroom)
    make_plain_page(newsroom, title="Our year", slug="2012")

    assert b"Our year" in client.get("/2012/").content


def test_redirect_of_an_imported_blog_goes_where_it_says(
    newsroom: Newsroom, client: Client
) -> None:
    Redirect.objects.create(old_path="/2011/05", redirect_link="/elsewhere/")

    assert client.get("/2011/05/")["Location"] == "/elsewhere/"


def test_site_without_an_index_has_no_archive(newsroom: Newsroom, client: Client) -> None:
    make_post(newsroom)
    newsroom.index.unpublish()

    assert client.get("/2012/01/").status_code == 404
