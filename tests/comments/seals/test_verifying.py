from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from comments import seals
from comments.models import DeskAct, DeskEvent, ModerationEvent, Seal
from comments.seals import Fault, sealing, verifying
from tests.comments.factories import make_comment
from tests.comments.seals.logbook import by_sql, let_any_number_be, make_log
from tests.conftest import NOON


@pytest.fixture
def sealed(post, moderator, monkeypatch):
    """Nine events in three seals; returns the numbers of the moderation events."""
    monkeypatch.setattr(sealing, "EVENTS_IN_A_SEAL", 3)
    make_log(post, moderator)
    seals.seal()
    return list(ModerationEvent.objects.order_by("pk").values_list("pk", flat=True))


def faults():
    return [(problem.table, problem.number, problem.fault) for problem in seals.verify()]


def test_a_log_that_nobody_touched_has_no_fault_and_is_counted(sealed):
    checked = verifying.Checked()
    assert list(seals.verify(checked=checked)) == []
    assert (checked.events, checked.seals) == (9, 3)


@pytest.mark.django_db
def test_an_empty_log_has_no_fault():
    assert faults() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "approve"),
        ("reason", "abuse"),
        ("comment", 999_999),
        ("created_at", NOON),
        ("was_flagged", True),
        ("batch", UUID(int=1)),
    ],
)
def test_any_edited_column_is_named(sealed, column, value):
    ModerationEvent.objects.filter(pk=sealed[1]).update(**{column: value})
    assert faults() == [("event", sealed[1], Fault.EDITED)]


def test_an_edited_event_of_the_desk_is_named(sealed):
    number = DeskEvent.objects.latest("pk").pk
    by_sql("UPDATE comments_deskevent SET data = '{}' WHERE id = %s", number)
    assert faults() == [("desk", number, Fault.EDITED)]


def test_a_deleted_event_is_named(sealed):
    by_sql("DELETE FROM comments_moderationevent WHERE id = %s", sealed[1])
    assert faults() == [("event", sealed[1], Fault.MISSING)]


def test_two_events_that_changed_places_are_named_both(sealed):
    place = "UPDATE comments_moderationevent SET id = %s WHERE id = %s"
    by_sql(place, 10**6, sealed[1])
    by_sql(place, sealed[1], sealed[3])
    by_sql(place, sealed[3], 10**6)
    assert faults() == [
        ("event", sealed[1], Fault.EDITED),
        ("event", sealed[3], Fault.EDITED),
    ]


def test_an_event_that_was_moved_to_another_number_is_named(sealed):
    by_sql("UPDATE comments_moderationevent SET id = %s WHERE id = %s", 10**6, sealed[1])
    by_sql("UPDATE comments_moderationevent SET created_at = %s", NOON)
    named = {(number, fault) for _table, number, fault in faults()}
    assert {(sealed[1], Fault.MISSING), (10**6, Fault.NOT_SEALED)} <= named


def test_an_event_that_was_put_between_is_named(post, moderator, sealed):
    between = ModerationEvent.objects.get(pk=sealed[2])
    ModerationEvent.objects.filter(pk=sealed[2]).delete()
    assert faults() == [("event", sealed[2], Fault.MISSING)]
    Seal.objects.all().delete()
    seals.seal()
    between.save(force_insert=True)
    assert faults() == [("event", sealed[2], Fault.NOT_SEALED)]


def test_an_event_that_should_be_sealed_by_now_is_named(clock, post):
    event = make_comment(post, created_at=NOON - timedelta(minutes=59)).events.get()
    assert list(seals.verify(NOON)) == []
    problems = list(seals.verify(NOON + timedelta(minutes=1)))
    assert problems == [seals.Problem("event", event.pk, Fault.NOT_SEALED)]


@pytest.fixture
def any_number():
    """As where the constraints were taken away."""
    let_any_number_be("an_event_has_a_number_above_0", table="comments_moderationevent")
    let_any_number_be("a_desk_event_has_a_number_above_0", table="comments_deskevent")
    yield
    if connection.vendor == "sqlite":
        by_sql("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.parametrize("number", [0, -7])
def test_events_below_the_first_number_are_named(sealed, any_number, number):
    event, said = ModerationEvent.objects.get(pk=sealed[1]), DeskEvent.objects.earliest("pk")
    event.pk = said.pk = number
    event.save(force_insert=True)
    said.save(force_insert=True)
    assert faults() == [("desk", number, Fault.BELOW_ALL), ("event", number, Fault.BELOW_ALL)]


@pytest.mark.parametrize("number", [0, -7])
def test_no_event_has_a_number_below_the_first(post, number):
    event = make_comment(post).events.get()
    event.pk = number
    with pytest.raises(IntegrityError, match="an_event_has_a_number"), transaction.atomic():
        event.save(force_insert=True)
    said = DeskEvent(pk=number, act=DeskAct.RAID)
    with pytest.raises(IntegrityError, match="a_desk_event_has_a_number"), transaction.atomic():
        said.save(force_insert=True)


@pytest.fixture
def gap(clock, post, moderator):
    """An event that is missing among the sealed ones."""
    make_log(post, moderator)
    missing = ModerationEvent.objects.earliest("pk")
    ModerationEvent.objects.filter(pk=missing.pk).delete()
    seals.seal_one(NOON)
    return missing


@pytest.mark.parametrize(
    ("before_the_seal", "expected"),
    [(timedelta(hours=1), []), (timedelta(hours=1, seconds=1), [Fault.BACKDATED])],
)
def test_an_event_that_came_late_and_gives_an_older_time_is_named(gap, before_the_seal, expected):
    gap.created_at = NOON - before_the_seal
    gap.save(force_insert=True)
    assert seals.seal_one(NOON + timedelta(minutes=2)).number == 2
    found = [(each.table, each.number, each.fault) for each in seals.verify(NOON)]
    assert found == [("event", gap.pk, fault) for fault in expected]


def test_another_maker_is_named(sealed):
    by_sql("UPDATE comments_moderationevent SET actor_id = NULL WHERE id = %s", sealed[1])
    assert faults() == [("event", sealed[1], Fault.MAKER)]


def test_an_account_that_was_deleted_is_no_fault(sealed):
    User.objects.filter(username="moderator").delete()
    assert ModerationEvent.objects.filter(actor=None).exclude(actor_number=None).exists()
    assert faults() == []


def test_an_event_that_stands_in_two_seals_is_named(sealed):
    last = Seal.objects.latest("number")
    text = last.entries + "\n" + Seal.objects.first().entries.splitlines()[1]
    by_sql("UPDATE comments_seal SET entries = %s WHERE number = %s", text, last.number)
    first = DeskEvent.objects.earliest("pk").pk
    assert faults() == [
        ("desk", first, Fault.TWICE),
        ("seal", last.number, Fault.SEAL_BROKEN),
    ]


@pytest.mark.parametrize("column", ["entries", "before", "digest"])
def test_an_edited_seal_is_named(sealed, column):
    Seal.objects.filter(number=3).update(**{column: "0" * 64})
    assert ("seal", 3, Fault.SEAL_BROKEN) in faults()


def test_a_seal_at_another_time_is_named(sealed):
    by_sql("UPDATE comments_seal SET sealed_at = %s WHERE number = 2", NOON)
    assert faults() == [("seal", 2, Fault.SEAL_BROKEN)]


def test_a_seal_that_is_missing_is_named_and_so_is_what_was_in_it(sealed):
    by_sql("DELETE FROM comments_seal WHERE number = 2")
    found = faults()
    assert ("seal", 2, Fault.SEAL_MISSING) in found
    assert ("seal", 3, Fault.SEAL_BROKEN) in found
    assert ("event", sealed[0], Fault.NOT_SEALED) in found


def test_a_chain_that_was_made_anew_from_edited_events_stands_but_has_other_seals(sealed):
    published = seals.newest().digest
    by_sql("UPDATE comments_moderationevent SET reason = 'spam' WHERE id = %s", sealed[1])
    Seal.objects.all().delete()
    seals.seal()
    assert faults() == []
    assert not Seal.objects.filter(digest=published).exists()


def test_reading_takes_a_few_queries_a_seal(sealed, django_assert_max_num_queries):
    with django_assert_max_num_queries(2 + 2 + 2 * 3 + 2):
        list(seals.verify())
