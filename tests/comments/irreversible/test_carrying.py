from datetime import timedelta

import pytest
from django.utils import timezone

from comments import irreversible, moderation
from comments.irreversible import carrying, purging
from comments.models import Comment, DeskAct, DeskEvent
from tests.comments.factories import make_comment, make_ruling
from tests.comments.irreversible.wishes import ask, due
from tests.comments.moderation_queue.staff import make_administrator, make_moderator


@pytest.fixture
def comment(post):
    return make_comment(post, status="spam")


def carried_out():
    return list(DeskEvent.objects.filter(act=DeskAct.CARRY_OUT).values_list("data", flat=True))


def test_nothing_is_done_before_a_day_is_over(root, comment):
    ask(root, comment, now=timezone.now() - timedelta(hours=23, minutes=59))
    irreversible.carry_out_due()
    assert Comment.objects.exists()
    assert not carried_out()


def test_what_is_due_is_done_once_and_logged(root, comment):
    act = due(root, comment)
    irreversible.carry_out_due()
    irreversible.carry_out_due()
    act.refresh_from_db()
    assert act.done_at
    assert not Comment.objects.exists()
    assert carried_out() == [{"kind": "purge", "comments": 1, "left": 0, "deleted": 1}]


def test_what_was_called_off_is_never_done(root, comment):
    act = due(root, comment)
    irreversible.call_off(act.pk, administrator=root, now=timezone.now())
    irreversible.carry_out_due()
    assert Comment.objects.exists()


def test_what_needs_two_waits_for_the_second(root, comment):
    act = due(root, comment, needs_second=True)
    irreversible.carry_out_due()
    assert Comment.objects.exists()
    eva = make_administrator("eva")
    irreversible.confirm(act.pk, administrator=eva, now=timezone.now())
    irreversible.carry_out_due()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_superuser": False}])
def test_it_is_called_off_when_whoever_asked_may_not_any_more(root, comment, change):
    act = due(root, comment)
    for name, value in change.items():
        setattr(root, name, value)
    root.save()
    irreversible.carry_out_due()
    act.refresh_from_db()
    assert act.called_off_at
    assert Comment.objects.exists()
    assert DeskEvent.objects.latest("pk").act == DeskAct.CALL_OFF


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_superuser": False}, None])
def test_it_is_called_off_when_the_second_person_is_no_administrator(root, comment, change):
    act, eva = due(root, comment, needs_second=True), make_administrator("eva")
    irreversible.confirm(act.pk, administrator=eva, now=timezone.now())
    if change:
        type(eva).objects.filter(pk=eva.pk).update(**change)
    else:
        eva.delete()
    irreversible.carry_out_due()
    act.refresh_from_db()
    assert act.called_off_at
    assert Comment.objects.exists()


def test_what_is_called_off_meanwhile_stops_and_the_log_says_how_far_it_was(
    monkeypatch, root, post
):
    monkeypatch.setattr(carrying, "AT_ONCE", 1)
    purge = purging.purge
    act = due(root, *(make_comment(post, status="spam") for _ in range(3)))

    def purge_and_call_off(wanted, **options):
        purge(wanted, **options)
        irreversible.call_off(act.pk, administrator=root, now=timezone.now())

    monkeypatch.setattr(purging, "purge", purge_and_call_off)
    irreversible.carry_out_due()
    assert Comment.objects.count() == 2
    event = DeskEvent.objects.get(act=DeskAct.CALL_OFF)
    assert event.data == {"kind": "purge", "comments": 3, "deleted": 1}
    assert not carried_out()


def test_it_is_called_off_when_the_account_is_gone(root, comment):
    due(root, comment)
    root.delete()
    irreversible.carry_out_due()
    assert Comment.objects.exists()


def test_what_was_left_alone_is_counted(root, comment, post):
    other = make_comment(post, status="spam")
    due(root, comment, other)
    moderation.approve(other.pk, make_ruling(other, make_moderator()))
    irreversible.carry_out_due()
    assert carried_out() == [{"kind": "purge", "comments": 2, "left": 1, "deleted": 1}]


def test_it_goes_on_where_time_was_up(monkeypatch, root, post):
    monkeypatch.setattr(carrying, "AT_ONCE", 1)
    monkeypatch.setattr(carrying, "BUDGET_SECONDS", -1.0)
    act = due(root, *(make_comment(post, status="spam") for _ in range(3)))
    irreversible.carry_out_due()
    assert Comment.objects.count() == 2
    monkeypatch.setattr(carrying, "BUDGET_SECONDS", 5.0)
    irreversible.carry_out_due()
    act.refresh_from_db()
    assert act.done_at
    assert carried_out() == [{"kind": "purge", "comments": 3, "left": 0, "deleted": 3}]


def test_one_that_breaks_keeps_no_other_waiting(monkeypatch, caplog, root, comment, post):
    purge = purging.purge

    def break_at_first(wanted, **options):
        if comment.pk in dict(wanted):
            raise RuntimeError
        purge(wanted, **options)

    monkeypatch.setattr(purging, "purge", break_at_first)
    broken, other = due(root, comment), make_comment(post, status="spam")
    due(root, other)
    irreversible.carry_out_due()
    assert list(Comment.objects.all()) == [comment]
    broken.refresh_from_db()
    assert broken.done_at is None
    assert "could not be carried out" in caplog.text


def test_what_two_workers_do_at_once_is_logged_once(root, comment):
    act = due(root, comment)
    stale = type(act).objects.select_related("asked_by").get(pk=act.pk)
    irreversible.carry_out_due()
    carrying._carry_out(stale, until=float("inf"))
    assert len(carried_out()) == 1


def test_the_clock_knows_both_jobs(settings):
    names = [name for name, _seconds in settings.CLOCK_JOBS]
    assert "comments.irreversible.carry_out_due" in names
    assert "comments.irreversible.forget_exports" in names
