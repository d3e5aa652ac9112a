"""A post that nobody dated is as old as its publication; one that somebody dated stays so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from blog.models import PostPage, PostsInMonth, PostWords
from operations import clock as newsroom_clock
from tests.home.editing import change, write_post
from tests.home.staff import EDITORS, window_of
from tests.pages import make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


@pytest.fixture
def window(clock):
    return window_of(EDITORS)


def begin(window, newsroom, **changes):
    """A draft as the form of a new post begins it."""
    assert write_post(window, newsroom.index, **changes).status_code == 302
    return PostPage.objects.get()


def now_is(post):
    return abs(PostPage.objects.get(pk=post.pk).posted_at - timezone.now()) < timedelta(minutes=1)


def test_a_draft_of_last_month_appears_as_of_today(window, newsroom, clock):
    post = begin(window, newsroom)
    clock.shift(timedelta(days=30))
    window.force_login(User.objects.get())  # the session has ended
    change(window, post, action_publish="1")
    assert now_is(post)
    assert PostWords.objects.get(post=post).posted_at == PostPage.objects.get().posted_at
    assert [(each.month.month, each.number) for each in PostsInMonth.objects.all()] == [(4, 1)]


def test_publishing_it_again_keeps_the_date(window, newsroom, clock):
    post = begin(window, newsroom)
    clock.shift(timedelta(days=5))
    change(window, post, action_publish="1")
    dated = PostPage.objects.get().posted_at
    clock.shift(timedelta(days=5))
    change(window, post, title="The county votes again", action_publish="1")
    again = PostPage.objects.get()
    assert (again.title, again.posted_at) == ("The county votes again", dated)


def test_what_the_clock_publishes_is_dated_then(window, newsroom, clock):
    due = timezone.localtime(timezone.now() + timedelta(days=2))
    post = begin(window, newsroom, go_live_at=f"{due:%Y-%m-%d %H:%M}", action_publish="1")
    clock.shift(timedelta(days=2, minutes=1))
    newsroom_clock.publish_scheduled()
    assert now_is(post)


@pytest.mark.parametrize("when", ["at once", "later"])
def test_a_date_that_somebody_typed_stays(window, newsroom, clock, when):
    typed = {"posted_at": "2012-01-05 12:00"}
    post = begin(window, newsroom, **(typed if when == "at once" else {}))
    clock.shift(timedelta(days=5))
    change(window, post, action_publish="1", **(typed if when == "later" else {}))
    assert PostPage.objects.get().posted_at.year == 2012
