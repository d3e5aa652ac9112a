import pytest
from django.urls import reverse

from comments import serving
from comments.spam.model_file import ModelRefused
from comments.spam_report.screens import PLACES, filter_screen, to
from tests.comments.moderation_queue.staff import make_administrator, make_moderator


def screen(rf, name, user):
    request = rf.get("/")
    request.user = user
    return filter_screen(request, name)


@pytest.mark.parametrize(("name", "label"), PLACES)
def test_every_screen_leads_to_all_of_them_and_says_which_it_is(rf, newsroom, name, label):
    places = screen(rf, name, make_moderator())["places"]
    assert [place.label for place in places] == [label for _name, label in PLACES]
    assert [place.label for place in places if place.is_current] == [label]


@pytest.mark.parametrize(
    ("name", "above"), [("report", "/admin/reader-comments/"), ("terms", "/admin/spam-filter/")]
)
def test_every_screen_says_what_stands_above_it(rf, newsroom, name, above):
    crumbs = screen(rf, name, make_moderator())["breadcrumbs_items"]
    assert crumbs[-2]["url"] == above


@pytest.mark.parametrize(
    ("make", "may_change"), [(make_moderator, False), (make_administrator, True)]
)
def test_only_administrators_may_change_anything(rf, newsroom, make, may_change):
    assert screen(rf, "report", make())["may_change"] is may_change


def test_after_a_post_the_browser_is_sent_on_with_a_get():
    response = to("terms")
    assert (response.status_code, response.url) == (303, "/admin/spam-filter/terms/")


@pytest.mark.parametrize("name", ["report", "thresholds", "terms"])
def test_without_a_model_the_screens_say_so(browser, monkeypatch, name, caplog):
    def refuse():
        raise ModelRefused("broken")

    monkeypatch.setattr(serving, "current", refuse)
    answer = browser.get(reverse(f"spam_filter:{name}"))
    assert answer.status_code == 200
    assert "every comment waits for a person" in answer.content.decode()
