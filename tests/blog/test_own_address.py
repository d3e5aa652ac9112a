import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from blog.own_address import leads_elsewhere
from home.models import FormPage, PlainPage
from tests.home.editing import fill_in
from tests.home.staff import EDITORS, window_of
from tests.pages import make_newsroom, make_plain_page, make_translation

pytestmark = pytest.mark.django_db

FREE = ["about", "news-of-2012", "2012", "en", "comments", "forms", "documents", "p"]
TAKEN = ["admin", "feed", "subscribe", "transparency", "es", "ES"]


@pytest.mark.parametrize("slug", FREE)
def test_a_page_is_reached_where_nothing_else_stands(slug: str, client: Client) -> None:
    page = make_plain_page(make_newsroom(), title="Reached", slug=slug)

    assert b"Reached" in client.get(page.url).content


@pytest.mark.parametrize("slug", TAKEN)
@pytest.mark.parametrize("kind", [PlainPage, FormPage])
def test_a_page_is_refused_where_it_would_not_be_reached(kind: type[Page], slug: str) -> None:
    make_translation(newsroom := make_newsroom())
    page = kind(title="Lost", slug=slug)

    with pytest.raises(ValidationError, match="Something else stands at this address"):
        newsroom.home.add_child(instance=page)


def test_each_language_has_addresses_of_its_own() -> None:
    newsroom = make_newsroom()
    spanish = make_translation(newsroom)

    taken = [leads_elsewhere(slug, below=spanish.home) for slug in ("subscribe", "es", "admin")]
    assert taken == [True, False, False]
    assert not leads_elsewhere("subscribe", below=newsroom.index)
    assert not leads_elsewhere("subscribe", below=Page.get_first_root_node())


def test_title_whose_address_is_taken_makes_another_one() -> None:
    newsroom = make_newsroom()

    page = newsroom.home.add_child(instance=PlainPage(title="Subscribe"))

    assert page.slug == "page-subscribe"


def test_an_editor_is_told_and_keeps_what_was_typed() -> None:
    newsroom = make_newsroom()
    address = f"/admin/pages/add/home/plainpage/{newsroom.home.pk}/"

    answer = fill_in(window_of(EDITORS), address, {"title": "News by mail", "slug": "subscribe"})

    page = answer.content.decode()
    assert "Something else stands at this address. Add a word." in page
    assert "News by mail" in page
