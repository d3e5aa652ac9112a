import pytest
from django.urls import reverse

from comments.models import DeskEvent
from tests.comments.moderation_queue.staff import make_administrator, make_moderator, sign_in

FORM = reverse("reader_comments:authorities")
FIELDS = {"wanted": "data", "outcome": "refused", "items": "3", "country": "us", "was_told": "on"}


@pytest.fixture
def root(newsroom):
    return make_administrator("root", first_name="Rosa")


@pytest.fixture
def browser(root):
    return sign_in(root)


def test_a_request_goes_into_the_log_in_codes_and_numbers(browser, root):
    response = browser.post(FORM, FIELDS)
    assert (response.status_code, response.url) == (303, FORM)
    event = DeskEvent.objects.get()
    assert (event.act, event.actor) == ("authority", root)
    assert event.data == {
        "wanted": "data",
        "outcome": "refused",
        "items": 3,
        "country": "US",
        "was_told": True,
    }


def test_those_in_the_log_are_listed(browser):
    browser.post(FORM, FIELDS)
    html = browser.get(FORM).content.decode()
    assert "What is known of an author (3)" in html
    assert "We refused" in html
    assert "Rosa" in html


@pytest.mark.parametrize(
    "wrong",
    [{"wanted": "x"}, {"outcome": ""}, {"items": "0"}, {"country": "USA"}, {"country": "U1"}],
)
def test_what_makes_no_sense_is_refused_and_nothing_logged(browser, wrong):
    response = browser.post(FORM, FIELDS | wrong)
    assert response.status_code == 422
    assert not DeskEvent.objects.exists()


def test_a_moderator_may_not(newsroom):
    browser = sign_in(make_moderator())
    assert browser.get(FORM).status_code == 302
    browser.post(FORM, FIELDS)
    assert not DeskEvent.objects.exists()


def test_a_get_changes_nothing(browser):
    assert browser.get(FORM, FIELDS).status_code == 200
    assert not DeskEvent.objects.exists()
