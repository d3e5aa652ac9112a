import pytest
from django.http import HttpResponse
from django.utils import translation

from blog.newsletter.answering import SeeOther, never_stored, speak

pytestmark = pytest.mark.django_db  # the masthead is the newsroom's


def test_after_a_post_a_browser_looks_elsewhere_with_get():
    response = SeeOther("/subscribe/?asked=1")

    assert (response.status_code, response["Location"]) == (303, "/subscribe/?asked=1")


def test_what_a_link_from_a_mail_shows_is_kept_nowhere(rf):
    response = never_stored(lambda request: HttpResponse())(rf.get("/"))

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_an_address_reaches_the_view_that_is_not_to_be_stored(rf):
    response = never_stored(lambda request, signed: HttpResponse(signed))(rf.get("/"), signed="abc")

    assert response.content == b"abc"


def test_a_page_names_the_language_that_it_speaks(rf, newsroom):
    with translation.override("es"):
        response = speak(rf.get("/es/subscribe/mail/x/"), "dead_end", status=404)

    assert (response.status_code, response["Content-Language"]) == (404, "es")
    assert '<html lang="es"' in response.content.decode()


def test_a_page_shows_what_it_is_given(rf, newsroom):
    page = speak(rf.get("/"), "confirm", {"what": "All news", "also_asked": [(7, "Bus 40")]})

    assert "All news" in page.content.decode()
    assert 'value="7"' in page.content.decode()
    assert "Bus 40" in page.content.decode()
