import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context
from django.test import RequestFactory

from home.masthead import NOTHING
from home.templatetags.newsroom import masthead, staff_bar
from tests.pages import make_newsroom


class UserLooker:
    """A request's `user` that must not be looked at."""

    def __get__(self, instance: object, owner: type) -> AnonymousUser:
        raise AssertionError("the session was looked at")


@pytest.mark.django_db
def test_masthead_knows_the_page_it_stands_on() -> None:
    newsroom = make_newsroom()
    newsroom.index.show_in_menus = True
    newsroom.index.save()
    context = Context({"request": RequestFactory().get("/"), "page": newsroom.index})

    assert [link.is_current for link in masthead(context).menu] == [True]


@pytest.mark.django_db
def test_page_of_a_list_is_not_taken_for_a_page_of_the_tree() -> None:
    make_newsroom()
    context = Context({"request": RequestFactory().get("/"), "page": 2})

    assert masthead(context).url == "/"


def test_template_without_a_request_has_a_bare_frame() -> None:
    assert masthead(Context({})) == NOTHING
    assert staff_bar(Context({})) == ""


def test_session_is_not_looked_at_without_its_cookie() -> None:
    request = RequestFactory().get("/")
    watched = type("Watched", (type(request),), {"user": UserLooker()})
    request.__class__ = watched

    assert staff_bar(Context({"request": request})) == ""


@pytest.mark.django_db
def test_session_of_a_stranger_has_no_user_bar() -> None:
    request = RequestFactory().get("/")
    request.COOKIES["sessionid"] = "made up"
    request.user = AnonymousUser()

    assert staff_bar(Context({"request": request})) == ""
