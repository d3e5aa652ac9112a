from django.http import HttpResponse
from django.test import RequestFactory

from comments.guards import Origin
from comments.views.answering import never_stored, origin, private


def answer(view):
    return view(RequestFactory().get("/"))


def test_what_is_one_readers_alone_is_stored_nowhere():
    response = answer(never_stored(lambda request: HttpResponse()))
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_an_address_with_a_secret_is_told_to_nobody():
    response = answer(private(lambda request: HttpResponse()))
    assert response["Referrer-Policy"] == "no-referrer"


def test_the_own_origin_is_that_of_the_request():
    request = RequestFactory().post("/", headers={"Origin": "http://testserver"})
    assert origin(request) == Origin.OWN
