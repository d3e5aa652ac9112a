from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import Page

from comments.around.statistics import WEEKS, Decided, Tally, tally, weeks_for
from comments.states import CommentStatus
from tests.comments.around.shifts import decide, undo
from tests.comments.factories import make_comment, make_user
from tests.pages import make_post

ZONE = ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.fixture
def now(clock):
    return timezone.now()


def at(day, hour=12):
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_decisions_are_told_by_week_ones_own_beside_all():
    decided = [
        Decided(at(16), 1, MINUTE),
        Decided(at(17), 2, 3 * MINUTE),
        Decided(at(9), 1, None),
        Decided(at(16, hour=4), 2, MINUTE),  # late on Sunday in New York
    ]
    yours, by_all = tally(decided, by=1, zone=ZONE)
    this, last = date(2026, 11, 16), date(2026, 11, 9)
    assert {monday: each.decided for monday, each in yours.items()} == {this: 1, last: 1}
    assert {monday: each.decided for monday, each in by_all.items()} == {this: 2, last: 2}
    assert (by_all[this].median, by_all[this].most) == (MINUTE, 3 * MINUTE)
    assert yours[last].median is None


@pytest.mark.parametrize(
    ("minutes", "median", "most"), [([5], 5, 5), (range(1, 11), 5, 9), (range(1, 101), 50, 90)]
)
def test_median_and_ninetieth_percentile_are_the_nearest_rank(minutes, median, most):
    found = Tally()
    for each in minutes:
        found.add(Decided(at(16), 1, each * MINUTE))
    assert (found.median, found.most) == (median * MINUTE, most * MINUTE)


def test_a_clock_that_was_set_back_makes_no_negative_wait():
    found = Tally()
    found.add(Decided(at(16), 1, -MINUTE))
    assert found.median == timedelta(0)


def test_every_week_says_what_came_in_and_what_the_filter_binned(post, ana, now):
    for status in (CommentStatus.SPAM, CommentStatus.PENDING, CommentStatus.PUBLISHED):
        make_comment(post, status=status, created_at=now)
    make_comment(post, status=CommentStatus.SPAM, created_at=now - 7 * DAY)
    weeks = weeks_for(ana, section=None, now=now, zone=ZONE)
    assert len(weeks) == WEEKS
    assert [(week.received, week.binned, week.binned_share) for week in weeks[:3]] == [
        (3, 1, 33),
        (1, 1, 100),
        (0, 0, None),
    ]


def test_what_was_undone_or_is_too_old_counts_for_nothing(post, ana, now):
    decide(post, ana, at=now, waited=MINUTE)
    undo(decide(post, ana, at=now, waited=MINUTE))
    decide(post, ana, at=now - WEEKS * 7 * DAY, waited=MINUTE)
    decide(post, make_user("bea"), at=now - 7 * DAY, waited=9 * MINUTE)
    weeks = weeks_for(ana, section=None, now=now, zone=ZONE)
    assert [(week.yours.decided, week.all.decided) for week in weeks[:2]] == [(1, 1), (0, 1)]
    assert weeks[1].all.median == 9 * MINUTE
    assert sum(week.all.decided for week in weeks) == 2


def test_the_statistics_cost_two_queries(post, ana, now, django_assert_num_queries):
    decide(post, ana, at=now, waited=MINUTE)
    with django_assert_num_queries(2):
        weeks_for(ana, section=None, now=now, zone=ZONE)


def test_a_section_has_statistics_of_its_own(newsroom, post, ana, now):
    other = make_post(newsroom, "Another one")
    for page in (post, post, other):
        decide(page, ana, at=now, waited=MINUTE)
    section = Page.objects.filter(pk=other.pk)
    this = weeks_for(ana, section=section, now=now, zone=ZONE)[0]
    assert (this.received, this.yours.decided, this.all.decided) == (1, 1, 1)
