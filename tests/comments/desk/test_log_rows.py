from datetime import date, timedelta

import pytest

from accounts.models import User
from comments import desk_log, moderation
from comments.desk.log_rows import Cursor, LogFilter, acts, read
from comments.models import CommentSettings, DeskAct
from comments.states import Action
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.staff import give_section, make_moderator
from tests.conftest import NOON
from tests.pages import make_post


@pytest.fixture
def ana(newsroom):
    return make_moderator("ana", first_name="Ana", last_name="Ruiz")


@pytest.fixture
def comment(clock, post, ana):
    """Sent at noon, reported a minute later, held by Ana after another."""
    comment = make_comment(post, created_at=NOON)
    clock.shift(timedelta(minutes=1))
    desk_log.record(DeskAct.REPORT, actor=None, subject=comment.pk, reason="threat")
    clock.shift(timedelta(minutes=1))
    moderation.hold(comment.pk, make_ruling(comment, ana))
    return comment


def listed(viewer, **query):
    return read(LogFilter.read(query), viewer=viewer)[0]


def test_both_halves_of_the_log_are_one_list_the_newest_first(comment, ana):
    rows = listed(ana)
    assert [row.what for row in rows] == ["Hold", "A reader reported a comment", "Submitted"]
    assert [row.who for row in rows] == ["Ana Ruiz", "a reader", "a reader"]
    assert {row.comment for row in rows} == {comment.pk}
    assert rows[1].detail == "reason: It threatens or abuses somebody"


def test_it_is_narrowed_by_moderator_act_and_day(comment, ana):
    other = make_moderator("other")
    assert [row.what for row in listed(ana, moderator=str(ana.pk))] == ["Hold"]
    assert listed(ana, moderator=str(other.pk)) == []
    assert [row.what for row in listed(ana, act=Action.SUBMIT)] == ["Submitted"]
    assert [row.what for row in listed(ana, act=DeskAct.REPORT)] == ["A reader reported a comment"]
    assert len(listed(ana, day="2026-03-04")) == 3
    assert listed(ana, day="2026-03-05") == []


def test_a_moderator_whose_account_is_gone_is_still_found_by_number(comment, ana):
    number = ana.pk
    User.objects.filter(pk=number).delete()
    [row] = listed(make_moderator("other"), moderator=str(number))
    assert row.who == "somebody whose account is gone"


def test_events_of_the_desk_say_who_made_them(clock, ana):
    desk_log.record(DeskAct.RULE, actor=ana, subject=1)
    desk_log.record(DeskAct.APPEAL, actor=None, subject=1)
    assert [row.who for row in listed(ana)] == ["the author", "Ana Ruiz"]
    assert [row.comment for row in listed(ana)] == [1, None]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_page_by_page_every_event_comes_once_even_of_one_moment(
    clock, post, ana, monkeypatch, size
):
    monkeypatch.setattr("comments.desk.log_rows.EVENTS_PER_PAGE", size)
    for _number in range(4):
        made = make_comment(post, created_at=NOON)
        desk_log.record(DeskAct.REPORT, actor=None, subject=made.pk, reason="spam")
    seen, after = [], ""
    while True:
        rows, following = read(LogFilter.read({"after": after}), viewer=ana)
        seen += [row.cursor for row in rows]
        if following is None:
            break
        after = str(following)
    assert len(seen) == len(set(seen)) == 8
    assert seen == sorted(seen, reverse=True)


def test_a_page_takes_three_queries_however_long_the_log_is(
    comment, ana, django_assert_num_queries
):
    for _number in range(60):
        desk_log.record(DeskAct.RULE, actor=ana)
    with django_assert_num_queries(3):
        rows, following = read(LogFilter(), viewer=ana)
    assert (len(rows), following is not None) == (50, True)


def test_a_moderator_of_a_section_sees_what_happened_there_alone(
    newsroom, clock, post, comment, ana
):
    settings = CommentSettings.for_site(newsroom.site)
    settings.has_section_moderators = True
    settings.save()
    elsewhere = make_comment(make_post(newsroom, "Another"))
    desk_log.record(DeskAct.REPORT, actor=None, subject=elsewhere.pk, reason="spam")
    desk_log.record(DeskAct.RULE, actor=ana, subject=comment.pk)
    sara = make_moderator("sara")
    give_section(sara, post)
    assert {row.comment for row in listed(sara)} == {comment.pk}
    assert len(listed(sara)) == 3
    assert len(listed(ana)) == 6


@pytest.mark.parametrize(
    "query",
    [
        {"moderator": "x", "act": "x", "day": "x", "after": "x"},
        {"day": "0001-01-01", "after": "2026-03-04T17:00:00~0~1"},
        {"day": "9999-12-31", "after": "2026-03-04T17:00:00Z~7~1"},
        {"day": "2026-02-30", "after": "2026-13-04T17:00:00Z~0~1"},
        {"after": "0001-01-01T00:00:00+23:59~0~1"},
        {"after": "9999-12-31T23:59:59-23:59~0~1"},
        {"moderator": "1" * 99, "after": "2026-03-04T17:00:00Z~0~x"},
    ],
)
def test_what_makes_no_sense_in_an_address_asks_for_nothing(query):
    assert LogFilter.read(query) == LogFilter()


def test_an_address_is_read():
    cursor = Cursor(NOON, 1, 7)
    asked = LogFilter.read(
        {"moderator": "3", "act": "hold", "day": "2026-03-04", "after": str(cursor)}
    )
    assert asked == LogFilter(moderator=3, act="hold", day=date(2026, 3, 4), after=cursor)


def test_everything_that_can_happen_can_be_chosen():
    assert [code for code, _label in acts()] == [*Action.values, *DeskAct.values]
