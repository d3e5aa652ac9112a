"""Three things to do first: those that the user may do, until they are done or put away."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.models import User
from blog.models import PostPage
from comments import moderation
from home import welcome
from home.models import NewsroomSettings
from tests.accounts.phone import give_phone
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.staff import sign_in
from tests.home.staff import ADMINISTRATORS, AUTHORS, EDITORS, MODERATORS, make_member
from tests.pages import Newsroom, make_newsroom, make_post

pytestmark = pytest.mark.django_db

TITLES = {
    ADMINISTRATORS: ["Say who publishes here", "Write your first post", "Decide on a comment"],
    EDITORS: ["Write your first post", "Protect your account", "Say your name"],
    AUTHORS: ["Write your first post", "Protect your account", "Say your name"],
    MODERATORS: ["Decide on a comment", "Protect your account", "Say your name"],
}


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def steps_of(user: User, rf) -> list[welcome.Step]:
    request = rf.get("/admin/")
    request.user = user
    return welcome.steps_for(request, user)


def dashboard_of(user: User) -> str:
    return sign_in(user).get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("group", TITLES)
def test_everybody_gets_three_that_they_may_do(newsroom, rf, group) -> None:
    user = make_member(group)
    steps = steps_of(user, rf)
    assert [str(step.title) for step in steps] == TITLES[group]
    assert not any(step.is_done for step in steps)
    window = sign_in(user)
    assert {window.get(step.url).status_code for step in steps} == {200}


def test_the_dashboard_shows_them(newsroom) -> None:
    page = dashboard_of(make_member(EDITORS))
    assert "Three things to do first" in page
    assert reverse("wagtailadmin_pages:add", args=["blog", "postpage", newsroom.index.pk]) in page


def test_what_was_done_says_so(newsroom, rf) -> None:
    user = make_member(ADMINISTRATORS)
    NewsroomSettings.objects.create(site=newsroom.site, organisation="Families Together")
    PostPage.objects.filter(pk=make_post(newsroom).pk).update(owner=user)
    comment = make_comment(make_post(newsroom, "Another"))
    moderation.hold(comment.pk, make_ruling(comment, user))
    assert [step.is_done for step in steps_of(user, rf)] == [True, True, True]


def test_a_second_step_and_a_name_are_done(newsroom, rf) -> None:
    user = make_member(EDITORS)
    give_phone(user)
    user.first_name = "Ana"
    assert [step.is_done for step in steps_of(user, rf)] == [False, True, True]


def test_it_goes_once_all_is_done(newsroom) -> None:
    user = make_member(EDITORS)
    give_phone(user)
    PostPage.objects.filter(pk=make_post(newsroom).pk).update(owner=user)
    user.first_name = "Ana"
    user.save()
    assert "Three things to do first" not in dashboard_of(user)


def test_it_goes_once_it_was_closed(newsroom) -> None:
    user = make_member(EDITORS)
    profile = UserProfile.get_for_user(user)
    profile.dismissibles = {welcome.DISMISSED: True}
    profile.save()
    assert "Three things to do first" not in dashboard_of(user)


def test_without_an_index_nobody_is_asked_to_write(newsroom, rf) -> None:
    newsroom.index.delete()
    titles = [str(step.title) for step in steps_of(make_member(EDITORS), rf)]
    assert titles == ["Protect your account", "Say your name"]


def test_without_a_site_nobody_is_asked_who_publishes(newsroom, rf) -> None:
    newsroom.site.delete()
    titles = [str(step.title) for step in steps_of(make_member(ADMINISTRATORS), rf)]
    assert "Say who publishes here" not in titles


def test_strangers_get_no_panel(newsroom, rf) -> None:
    request, panels = rf.get("/admin/"), []
    request.user = AnonymousUser()
    welcome.add_panel(request, panels)
    assert panels == []
