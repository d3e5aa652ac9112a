from types import SimpleNamespace

import pytest

from accounts.models import User
from comments import desk_log
from comments.models import DeskAct, DeskEvent
from tests.comments.factories import make_user
from tests.conftest import NOON


def test_an_event_says_what_by_whom_about_what_and_when(clock, moderator):
    event = desk_log.record(DeskAct.BAN, actor=moderator, subject=7, kind="name", days=3)
    stored = DeskEvent.objects.get()
    assert stored == event
    assert (stored.act, stored.actor, stored.actor_number) == ("ban", moderator, moderator.pk)
    assert (stored.subject, stored.data) == (7, {"kind": "name", "days": 3})
    assert stored.created_at == NOON


@pytest.mark.django_db
def test_what_nobody_on_the_staff_did_has_no_maker():
    event = desk_log.record(DeskAct.REPORT, actor=None, subject=1)
    assert (event.actor, event.actor_number) == (None, None)


def test_the_number_of_its_maker_stays_when_the_account_goes(db):
    user = make_user("gone")
    number = user.pk
    desk_log.record(DeskAct.RULE, actor=user)
    User.objects.filter(pk=number).delete()
    assert DeskEvent.objects.values_list("actor", "actor_number").get() == (None, number)


def test_outside_of_a_transaction_nothing_is_recorded(moderator, monkeypatch):
    outside = SimpleNamespace(in_atomic_block=False)
    with monkeypatch.context() as patched:
        patched.setattr("comments.desk_log.transaction.get_connection", lambda: outside)
        with pytest.raises(desk_log.OutsideOfTheAct):
            desk_log.record(DeskAct.RULE, actor=moderator)
    assert not DeskEvent.objects.exists()
