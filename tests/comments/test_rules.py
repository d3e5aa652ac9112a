from datetime import timedelta

import pytest

from comments import conf
from comments.models import CommentSettings, ModerationMode, Raid
from comments.rules import rules_for
from tests.conftest import NOON
from tests.pages import POSTED_AT, make_newsroom, make_post

HOUR = timedelta(hours=1)


def set_rule(page, **fields):
    settings = CommentSettings.for_site(page.get_site())
    for name, value in fields.items():
        setattr(settings, name, value)
    settings.save()


def start_raid(page, *, begins=NOON, ends=NOON + HOUR):
    Raid.objects.create(page=page, started_at=begins, ends_at=ends)


def test_the_newsrooms_rule_holds_where_a_page_has_none(post):
    set_rule(post, moderation=ModerationMode.HOLD_DOUBTFUL)
    assert rules_for(post, now=NOON).mode == ModerationMode.HOLD_DOUBTFUL


def test_a_pages_own_rule_goes_before_the_newsrooms(post):
    set_rule(post, moderation=ModerationMode.HOLD_DOUBTFUL)
    post.comment_mode = ModerationMode.HOLD_STRANGERS
    assert rules_for(post, now=NOON).mode == ModerationMode.HOLD_STRANGERS


def test_a_raid_goes_before_both(post):
    post.comment_mode = ModerationMode.HOLD_DOUBTFUL
    start_raid(post)
    rules = rules_for(post, now=NOON)
    assert (rules.mode, rules.raid_ends_at) == (ModerationMode.HOLD_ALL, NOON + HOUR)
    assert (rules.allows_links, rules.slowness) == (False, conf.RAID_SLOWNESS)


@pytest.mark.parametrize(
    ("moment", "is_on"),
    [
        (NOON - timedelta(microseconds=1), False),
        (NOON, True),
        (NOON + HOUR - timedelta(microseconds=1), True),
        (NOON + HOUR, False),
    ],
)
def test_a_raid_is_on_from_its_first_moment_until_its_last(post, moment, is_on):
    start_raid(post)
    rules = rules_for(post, now=moment)
    assert (rules.raid_ends_at is not None) is is_on
    assert rules.allows_links is not is_on
    assert (rules.slowness > 1) is is_on


@pytest.mark.django_db(transaction=True)
def test_a_clock_that_is_behind_hides_no_raid_once_it_has_begun(settings):
    settings.PAGE_CACHE_BYTES = 1_000
    post = make_post(make_newsroom())
    start_raid(post)
    assert rules_for(post, now=NOON - timedelta(seconds=1)).raid_ends_at is None
    assert rules_for(post, now=NOON).raid_ends_at == NOON + HOUR


def test_a_raid_on_another_page_changes_nothing(newsroom, post):
    start_raid(make_post(newsroom, "Another"))
    assert rules_for(post, now=NOON).raid_ends_at is None


def test_a_raid_opens_nothing_that_is_closed(post):
    set_rule(post, moderation=ModerationMode.CLOSED)
    start_raid(post)
    assert not rules_for(post, now=NOON).is_open


@pytest.mark.parametrize("closer", ["page", "newsroom"])
def test_page_and_newsroom_close_each_for_themselves(post, closer):
    post.comments_open = closer != "page"
    if closer == "newsroom":
        set_rule(post, moderation=ModerationMode.CLOSED)
        post.comment_mode = ModerationMode.HOLD_DOUBTFUL
    assert not rules_for(post, now=NOON).is_open


@pytest.mark.parametrize(("too_late_by", "is_open"), [(-1, True), (0, False)])
def test_comments_close_by_themselves_at_the_exact_moment(post, too_late_by, is_open):
    set_rule(post, close_after_days=30)
    closes_at = post.commenting_began_at() + timedelta(days=30)
    rules = rules_for(post, now=closes_at + timedelta(microseconds=too_late_by))
    assert rules.is_open is is_open
    assert rules.closes_at == (closes_at if is_open else None)


def test_comments_that_close_never_say_no_time(post):
    rules = rules_for(post, now=POSTED_AT + timedelta(days=36_500))
    assert (rules.is_open, rules.closes_at) == (True, None)


def test_what_is_closed_already_closes_at_no_time(post):
    set_rule(post, close_after_days=30)
    post.comments_open = False
    assert rules_for(post, now=post.commenting_began_at()).closes_at is None


def test_the_rules_cost_two_queries(post, django_assert_max_num_queries):
    CommentSettings.for_site(post.get_site())
    with django_assert_max_num_queries(3):
        rules_for(post, now=NOON)
