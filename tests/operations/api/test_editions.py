import pytest
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction, Site

from operations.api import Editions
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db


def request():
    return RequestFactory().get("/", headers={"host": "testserver"})


def titles(**asked):
    return set(
        Page.objects.filter(Editions.of(request(), **asked).below()).values_list("title", flat=True)
    )


def test_a_request_may_ask_about_every_language_or_one():
    newsroom = make_newsroom()
    make_post(newsroom)
    make_post(make_translation(newsroom), title="El condado vota")
    assert {"The county votes", "El condado vota"} <= titles()
    assert "El condado vota" not in titles(language="en")
    assert "The county votes" not in titles(language="es")
    assert titles(language="fr") == set()


def test_what_stands_outside_of_the_site_is_not_asked_about():
    newsroom = make_newsroom()
    elsewhere = newsroom.home.get_parent().add_child(instance=Page(title="Elsewhere", slug="e"))
    Site.objects.create(hostname="other.example", root_page=elsewhere)
    assert "Elsewhere" not in titles()


def test_a_private_edition_is_none():
    newsroom = make_newsroom()
    make_post(newsroom)
    PageViewRestriction.objects.create(page=newsroom.home, restriction_type="login")
    assert titles() == set()


def test_rows_that_lead_to_pages_are_found_by_their_column():
    make_newsroom()
    assert "page__path__startswith" in str(Editions.of(request()).below(page="page"))
