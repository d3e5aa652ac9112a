from datetime import timedelta

import pytest

from comments import desk_log, moderation
from comments.models import DeskAct
from comments.states import Action
from comments.transparency import log
from tests.comments.factories import make_comment, make_ruling
from tests.comments.transparency.past import day, happened, removals, reports
from tests.conftest import NOON

LATER = NOON + timedelta(days=1)


def everything(since=None, until=LATER):
    return list(log.happenings(since=since, until=until))


def test_the_events_of_a_comment_stand_together_with_what_was_said_of_it(clock, post, moderator):
    first, second = make_comment(post), make_comment(post)
    for comment in (second, first):
        desk_log.record(DeskAct.REPORT, actor=None, subject=comment.pk, reason="threat")
        moderation.hold(comment.pk, make_ruling(comment, moderator))
    rows = everything()
    first_half, second_half = ({row.subject[1] for row in half} for half in (rows[:3], rows[3:]))
    assert [first_half, second_half] == [{number} for number in sorted([first.pk, second.pk])]
    assert {row.what for row in rows} == {Action.SUBMIT, Action.HOLD, DeskAct.REPORT}


def test_a_row_says_what_is_counted_and_no_more(clock, post, moderator):
    comment = make_comment(post)
    event = moderation.remove(comment.pk, make_ruling(comment, moderator, reason="abuse"))
    row = everything()[-1]
    assert (row.subject, row.number, row.at) == (("comment", comment.pk), event.pk, NOON)
    assert (row.what, row.before, row.after) == ("remove", "published", "removed")
    assert (row.reason, row.is_by_person, row.undoes) == ("abuse", True, None)


@pytest.mark.django_db
def test_events_of_the_desk_have_numbers_of_their_own():
    reports(1, day(6), reason="spam")
    [row] = everything()
    assert row.number < 0
    assert (row.what, row.detail) == ("report", "spam")


def test_bans_and_requests_stand_alone(clock, moderator):
    desk_log.record(DeskAct.BAN, actor=moderator, subject=1, kind="name")
    desk_log.record(DeskAct.AUTHORITY, actor=moderator, wanted="data", outcome="refused")
    desk_log.record(DeskAct.RULE, actor=moderator, subject=1)
    ban, request = everything()
    assert ban.subject != request.subject
    assert (request.detail, request.other) == ("data", "refused")


def test_who_decided_an_appeal_again_is_told(clock, moderator):
    desk_log.record(DeskAct.UPHOLD, actor=moderator, subject=1, by_same_person=True)
    desk_log.record(DeskAct.UPHOLD, actor=moderator, subject=2, by_same_person=False)
    assert [row.other for row in everything()] == ["same", ""]


def test_what_granted_an_appeal_by_the_way_is_told(clock, moderator):
    desk_log.record(DeskAct.REVERSE, actor=moderator, subject=1, back=7)
    desk_log.record(DeskAct.REVERSE, actor=moderator, subject=2)
    assert [row.back for row in everything()] == [7, None]


@pytest.mark.django_db
def test_what_is_too_new_is_left_out():
    happened(Action.SUBMIT, day(6))
    assert everything(until=day(6)) == []
    assert len(everything(until=day(6) + timedelta(seconds=1))) == 1


@pytest.mark.django_db
def test_since_a_moment_the_whole_history_is_read_of_what_happened_in_it():
    old = happened(Action.SUBMIT, day(1), after="pending")
    happened(Action.APPROVE, day(6), comment=old.comment_id, before="pending")
    happened(Action.SUBMIT, day(1))
    reports(1, day(1))
    reports(1, day(6))
    rows = everything(since=day(5))
    assert sorted(row.what for row in rows) == ["approve", "report", "submit"]


@pytest.mark.django_db
def test_the_log_began_with_the_first_event_of_either_table():
    assert log.began_at() is None
    removals(1, day(6))
    reports(1, day(5))
    assert log.began_at() == day(5)


def test_it_takes_three_queries_however_long_it_is(db, django_assert_num_queries):
    removals(20, day(6))
    with django_assert_num_queries(3):
        everything()
