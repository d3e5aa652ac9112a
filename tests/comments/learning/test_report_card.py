from datetime import timedelta

import pytest

from comments.learning.report_card import (
    MAX_PERIODS,
    Checks,
    Decided,
    Tally,
    doubted_days,
    drawn_and_looked_at,
    last_decided,
    report_card,
)
from comments.learning.trust import Day
from comments.models import ChangeKind, SpamCheck, SpamFilterChange, SpamModel
from tests.comments.spam_report.past import make_decided
from tests.conftest import NOON


def decided(*said):
    """Decisions a minute apart, from "spam bin" and the like."""
    pairs = (each.split() for each in said)
    return [
        Decided(kind == "spam", verdict, NOON + timedelta(minutes=minute))
        for minute, (kind, verdict) in enumerate(pairs)
    ]


def make_version(figures):
    return SpamModel.objects.create(
        weights=b"",
        digest="",
        seed_digest="",
        spam_labels=0,
        honest_labels=0,
        figures=figures,
        was_refused=True,
    )


def test_what_the_filter_said_is_counted_by_what_the_people_said():
    card = report_card(
        decided("spam bin", "spam hold", "spam hold", "spam publish")
        + decided("honest publish", "honest bin", "honest hold")
    )
    assert card.whole.spam == Tally(passed=1, held=2, binned=1)
    assert card.whole.honest == Tally(passed=1, held=1, binned=1)
    assert card.whole.total == 7


def test_spam_let_pass_and_honest_comments_binned_are_wrong_and_nothing_else_is():
    card = report_card(decided("spam publish", "honest bin"))
    assert card.whole.wrong == 2
    right = decided("spam bin", "spam hold", "honest publish", "honest hold")
    assert report_card(right).whole.wrong == 0


def test_without_a_decision_there_is_nothing_to_say():
    card = report_card([])
    assert (card.whole, card.periods, card.is_of_few) == (None, (), True)


@pytest.mark.parametrize(("number", "is_of_few"), [(1, True), (99, True), (100, False)])
def test_a_report_card_of_few_decisions_says_so(number, is_of_few):
    assert report_card(decided(*["spam bin"] * number)).is_of_few is is_of_few


@pytest.mark.parametrize(("number", "periods"), [(9, 0), (10, 2), (37, 7), (50, 10), (2000, 10)])
def test_periods_are_at_most_ten_of_at_least_five_decisions(number, periods):
    card = report_card(decided(*["spam bin"] * number))
    sizes = [period.total for period in card.periods]
    assert len(sizes) == periods <= MAX_PERIODS
    assert all(size >= 5 for size in sizes)
    assert not sizes or (sum(sizes), max(sizes) - min(sizes)) in [(number, 0), (number, 1)]


def test_periods_follow_each_other_the_oldest_first():
    said = decided(*["spam bin"] * 5, *["honest publish"] * 5)
    first, second = report_card(said).periods
    assert (first.spam.binned, second.honest.passed) == (5, 5)
    assert (first.since, first.until) == (said[0].at, said[4].at)
    assert second.since > first.until


def test_the_last_decisions_are_read_the_oldest_first(post):
    for minute in range(4):
        make_decided(post, decided_at=NOON + timedelta(minutes=minute), is_spam=minute == 3)
    assert [(each.at.minute, each.is_spam) for each in last_decided(2)] == [(2, False), (3, True)]


def test_comments_that_the_filter_never_looked_at_are_not_counted(post):
    make_decided(post, verdict="")
    assert last_decided(10) == []


def test_the_last_decisions_cost_one_query(post, django_assert_num_queries):
    make_decided(post)
    with django_assert_num_queries(1):
        last_decided(100)


@pytest.mark.parametrize(
    ("is_spam", "verdict", "wrong"),
    [(True, "publish", 1), (False, "bin", 1), (False, "publish", 0), (True, "bin", 0)],
)
def test_a_drawn_comment_counts_once_somebody_has_looked(post, is_spam, verdict, wrong):
    make_decided(post, is_spam=is_spam, verdict=verdict)
    assert drawn_and_looked_at() == Checks(looked_at=0, wrong=0)
    SpamCheck.objects.create(comment=make_decided(post, is_spam=is_spam, verdict=verdict))
    assert drawn_and_looked_at() == Checks(looked_at=1, wrong=wrong)


def test_the_days_in_doubt_are_those_of_the_latest_version(db):
    assert doubted_days() == []
    make_version({"doubted": [{"moderator": 1, "on": "2026-03-03"}]})
    latest = [{"moderator": 2, "on": "2026-03-04"}, {"moderator": None, "on": "2026-03-04"}]
    make_version({"doubted": latest})
    assert doubted_days() == [Day(2, NOON.date()), Day(None, NOON.date())]


def test_a_day_that_somebody_vouched_for_is_not_in_doubt_any_more(db):
    noted = {"moderator": 2, "on": "2026-03-04"}
    make_version({"doubted": [noted]})
    SpamFilterChange.objects.create(kind=ChangeKind.VOUCHED, detail=noted)
    assert doubted_days() == []
