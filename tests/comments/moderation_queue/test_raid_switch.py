from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from comments import raids
from comments.models import Raid
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import read_queue
from tests.comments.moderation_queue.staff import ROLES, make_editor, make_moderator, sign_in
from tests.conftest import NOON
from tests.pages import make_post

ALLOWED = {"moderator", "administrator"}


def switch(page):
    return reverse("reader_comments:raid", args=[page.pk])


def read(browser, page):
    return browser.get(switch(page)).content.decode()


def edit(browser, page):
    return browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.mark.parametrize("hours", [1, 6, 24, 72])
def test_it_is_switched_on_for_the_chosen_time(clock, post, browser, ana, hours):
    answer = browser.post(switch(post), {"hours": hours, "start": "1"})
    assert (answer.status_code, answer.url) == (303, switch(post))
    raid = Raid.objects.get()
    assert (raid.page_id, raid.started_by) == (post.pk, ana)
    assert raid.ends_at == NOON + timedelta(hours=hours)


def test_a_day_is_offered_first(post, browser):
    assert '<option value="24" selected>' in read(browser, post)


@pytest.mark.parametrize("hours", ["", "0", "-1", "2", "x", "999999999"])
def test_another_time_is_refused(post, browser, hours):
    answer = browser.post(switch(post), {"hours": hours, "start": "1"})
    assert (answer.status_code, Raid.objects.exists()) == (422, False)


def test_it_is_switched_off_before_its_time(clock, post, browser, ana):
    raids.start(post, hours=24, user=ana)
    assert "Switch it off now" in read(browser, post)
    browser.post(switch(post), {"stop": "1"})
    assert Raid.objects.get().ends_at == NOON
    assert "It is off." in read(browser, post)


def test_switching_off_what_is_off_says_so(post, browser):
    answer = browser.post(switch(post), {"stop": "1"}, follow=True)
    assert "was off already" in answer.content.decode()


def test_the_screen_says_until_when_and_who_switched(clock, post, browser, ana):
    raids.start(post, hours=6, user=make_moderator("eva", first_name="Eva", last_name="Paz"))
    raids.start(post, hours=1, user=ana)
    html = read(browser, post)
    assert "<b>It is on</b>" in html
    for words in ("switched on by Eva Paz", "ended by Ana Ruiz", "switched on by Ana Ruiz"):
        assert words in html


def test_the_log_outlives_the_account_of_who_switched(post, browser):
    eva = make_moderator("eva")
    raids.start(post, hours=6, user=eva)
    eva.delete()
    assert "somebody whose account is gone" in read(browser, post)


def test_a_page_without_comments_has_no_switch(newsroom, browser):
    assert browser.get(switch(newsroom.index)).status_code == 404
    assert browser.post(switch(newsroom.index), {"hours": 1}).status_code == 404
    assert browser.get(reverse("reader_comments:raid", args=[10**9])).status_code == 404


def test_reading_switches_nothing(post, browser):
    assert browser.get(switch(post), {"hours": 1, "start": 1}).status_code == 200
    assert not Raid.objects.exists()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_moderators_are_let_in(post, role, method):
    answer = getattr(sign_in(ROLES[role]()), method)(switch(post), {"hours": 1})
    is_let_in = answer.status_code == 200 or answer.get("Location") == switch(post)
    assert is_let_in is (role in ALLOWED)
    assert Raid.objects.exists() is (role in ALLOWED and method == "post")


def test_a_post_without_the_token_is_refused(post, ana):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ana)
    assert strict.post(switch(post), {"hours": 1}).status_code == 403


def test_the_queue_says_where_a_raid_is_on(clock, newsroom, post, browser, ana):
    other = make_post(newsroom, "Another")
    raids.start(post, hours=24, user=ana)
    raids.start(other, hours=1, user=ana)
    raids.stop(other, user=ana)
    html = read_queue(browser)
    assert f"Raid switch on: <bdi>{post.title}</bdi>" in html
    assert "Raid switch on: <bdi>Another" not in html


def test_every_card_leads_to_the_switch_of_its_post(post, browser):
    make_comment(post, status="pending")
    assert switch(post) in read_queue(browser)


def test_the_page_editor_leads_moderators_to_the_switch(post):
    editor = make_editor()
    assert switch(post) not in edit(sign_in(editor), post)
    administrator = sign_in(ROLES["administrator"]())
    assert switch(post) in edit(administrator, post)
