import pytest
from django.test import RequestFactory

from blog.api.writing import html_of, linked
from tests.pages import make_newsroom, make_post, make_translation, paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_():
    return RequestFactory().get("/", headers={"host": "testserver"})


def test_the_text_is_cleaned_and_in_the_language_of_its_page(request_):
    spanish = make_translation(make_newsroom())
    post = make_post(spanish, body=[paragraph('<p onclick="x()">Hola</p>')])
    html = html_of(request_, post, "blog/feeds/body.html")
    assert ("<p>Hola</p>" in html, "onclick" in html) == (True, False)


def test_a_page_is_named_with_its_whole_address(request_):
    post = make_post(make_newsroom())
    told = linked(request_, post)
    assert (told.id, told.url) == (post.pk, "http://testserver/news/the-county-votes/")
