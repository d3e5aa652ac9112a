import pytest
from django.test import RequestFactory

from operations.api import turn


def turned(rows, **asked):
    request = RequestFactory().get("/api/v1/posts/", asked)
    return turn(request, rows, limit=2, mark=str)


def test_the_last_page_leads_nowhere(db):
    assert turned([5, 6]) == ([5, 6], None)


@pytest.mark.django_db
def test_the_next_page_begins_after_the_last_thing_shown():
    shown, onward = turned([5, 6, 7], language="es", after="4")
    assert (list(shown), onward) == ([5, 6], "http://testserver/api/v1/posts/?language=es&after=6")
