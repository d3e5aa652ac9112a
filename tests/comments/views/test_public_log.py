from datetime import date, timedelta

import pytest

from comments import moderation
from comments.moderation import Ruling
from comments.states import Action
from comments.views.public_log import Entry, days_before, read_day
from tests.comments.factories import make_comment, make_ruling
from tests.comments.transparency.past import day, happened, removals
from tests.conftest import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TODAY = date(2026, 3, 4)
YESTERDAY = NOON - timedelta(days=1)


def listed(before=TODAY, language="en"):
    return days_before(before, language=language)


def entries(**where):
    return [entry for _day, found in listed(**where).days for entry in found]


def test_what_was_decided_stands_under_its_day_with_how_often():
    removals(2, YESTERDAY)
    removals(1, YESTERDAY - timedelta(days=2), reason="illegal")
    assert listed().days == (
        (date(2026, 3, 3), (Entry("Removed", "Abuse or threat", 2),)),
        (date(2026, 3, 1), (Entry("Removed", "Against the law", 1),)),
    )


def test_today_is_left_out_for_it_can_still_be_undone():
    removals(1, NOON - timedelta(minutes=1))
    assert entries() == []
    assert entries(before=date(2999, 1, 1)) == []


def test_what_was_taken_back_is_not_in_it(clock, post, moderator):
    clock.move_to(YESTERDAY)
    comment = make_comment(post, created_at=YESTERDAY)
    event = moderation.trash(comment.pk, make_ruling(comment, moderator))
    moderation.undo(event.pk, moderator=moderator)
    moderation.hold_reported(comment.pk)
    moderation.approve(comment.pk, Ruling(moderator=moderator, seen_event_id=event.pk + 2))
    clock.move_to(NOON)
    assert entries() == [Entry("Published", "", 1)]


def test_what_readers_and_machines_did_is_not_in_it():
    happened(Action.SUBMIT, YESTERDAY)
    happened(Action.HOLD, YESTERDAY, before="published", after="pending", reason="checks")
    assert entries() == []


def test_earlier_days_follow_as_long_as_there_are_any():
    removals(1, day(12, 1))
    removals(1, YESTERDAY)
    assert listed().earlier == date(2026, 2, 1)
    assert listed(before=date(2025, 12, 20)).earlier is None


def test_a_month_takes_three_queries(django_assert_max_num_queries):
    for days in range(1, 20):
        removals(2, NOON - timedelta(days=days))
    with django_assert_max_num_queries(3):
        listed()


@pytest.mark.parametrize(
    ("typed", "read"), [("2026-03-04", TODAY), ("", None), ("2026-13-01", None)]
)
def test_a_day_is_read_from_an_address(typed, read):
    assert read_day(typed) == read
