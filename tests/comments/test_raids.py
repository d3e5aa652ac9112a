from datetime import timedelta

from comments import raids
from comments.models import DeskEvent, Raid, Thread
from comments.rules import rules_for
from tests.comments.factories import make_user
from tests.conftest import NOON
from tests.pages import make_post


def version(page):
    thread = Thread.objects.filter(page_id=page.pk).first()
    return thread.version if thread else 0


def test_a_raid_lasts_as_long_as_was_chosen(clock, post, moderator):
    raid = raids.start(post, hours=6, user=moderator)
    assert (raid.started_at, raid.ends_at) == (NOON, NOON + timedelta(hours=6))
    assert (raid.started_by, raid.ended_by) == (moderator, None)


def test_starting_again_ends_the_earlier_one(clock, post, moderator):
    raids.start(post, hours=24, user=moderator)
    clock.shift(timedelta(hours=1))
    other = make_user("other")
    second = raids.start(post, hours=1, user=other)
    assert Raid.objects.active(NOON + timedelta(hours=1)).get() == second
    first = Raid.objects.earliest("pk")
    assert (first.ends_at, first.ended_by) == (NOON + timedelta(hours=1), other)


def test_stopping_ends_it_now_and_keeps_the_row_as_the_log(clock, post, moderator):
    raids.start(post, hours=24, user=moderator)
    clock.shift(timedelta(hours=2))
    assert raids.stop(post, user=moderator)
    raid = Raid.objects.get()
    assert (raid.ends_at, raid.ended_by) == (NOON + timedelta(hours=2), moderator)
    assert rules_for(post, now=NOON + timedelta(hours=2)).raid_ends_at is None


def test_stopping_what_is_off_says_so_and_changes_no_past(clock, post, moderator):
    raids.start(post, hours=1, user=moderator)
    clock.shift(timedelta(hours=1))
    assert not raids.stop(post, user=moderator)
    raid = Raid.objects.get()
    assert (raid.ends_at, raid.ended_by) == (NOON + timedelta(hours=1), None)


def test_a_raid_concerns_its_own_page_only(clock, newsroom, post, moderator):
    other = make_post(newsroom, "Another")
    raids.start(post, hours=1, user=moderator)
    raids.start(other, hours=1, user=moderator)
    raids.stop(post, user=moderator)
    assert [raid.page_id for raid in Raid.objects.active(NOON)] == [other.pk]


def test_the_thread_gets_a_new_version_each_time(post, moderator):
    before = version(post)
    raids.start(post, hours=1, user=moderator)
    during = version(post)
    raids.stop(post, user=moderator)
    assert before < during < version(post)


def test_the_log_keeps_who_switched_it_on_for_how_long_and_off(post, moderator):
    raids.start(post, hours=6, user=moderator)
    raids.stop(post, user=moderator)
    raids.stop(post, user=moderator)  # it is off already
    logged = DeskEvent.objects.values_list("act", "actor", "subject", "data")
    assert list(logged) == [
        ("raid", moderator.pk, post.pk, {"is_on": True, "hours": 6}),
        ("raid", moderator.pk, post.pk, {"is_on": False}),
    ]
