import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from operations.feeds import front_page, whole
from tests.pages import make_newsroom, make_translation

pytestmark = pytest.mark.django_db


def ask():
    return RequestFactory().get("/feed/?x=1", headers={"host": "evil.example"})


@pytest.fixture(autouse=True)
def newsroom(settings):
    settings.ALLOWED_HOSTS = ["*"]
    return make_newsroom()


def test_the_front_page_is_that_of_the_language(newsroom):
    spanish = make_translation(newsroom)
    assert front_page(ask()).pk == newsroom.home.pk
    with translation.override("es"):
        assert front_page(ask()).pk == spanish.home.pk


def test_a_language_without_a_front_page_has_none():
    with translation.override("es"), pytest.raises(Http404):
        front_page(ask())


def test_a_front_page_that_not_everybody_may_read_is_none(newsroom):
    PageViewRestriction.objects.create(page=newsroom.home, restriction_type="login")
    with pytest.raises(Http404):
        front_page(ask())


def test_without_a_site_there_is_no_front_page():
    Site.objects.all().delete()
    with pytest.raises(Http404):
        front_page(ask())
    assert whole(ask(), "/feed/") == "/feed/"


def test_an_address_is_the_sites_whatever_host_a_request_names():
    assert whole(ask(), "/feed/") == "http://testserver/feed/"
