from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from comments import desk_log, seals
from comments.models import DeskAct, DeskEvent, ModerationEvent, Seal
from comments.seals import sealing
from comments.seals.chain import digest, entries_of, totals_of
from tests.comments.factories import make_comment
from tests.comments.seals.logbook import age_all, make_log
from tests.conftest import NOON

SECOND = timedelta(seconds=1)


def entries():
    return [entry for each in Seal.objects.all() for entry in entries_of(each.entries)]


def numbers(table="event"):
    return [entry.number for entry in entries() if entry.table == table]


def test_a_seal_covers_the_events_of_both_tables_in_their_order(clock, post, moderator):
    make_log(post, moderator)
    made = seals.seal_one(NOON)
    assert (made.number, made.before, made.sealed_at) == (1, "", NOON)
    expected = [*DeskEvent.objects.order_by("pk"), *ModerationEvent.objects.order_by("pk")]
    assert [entry.digest for entry in entries()] == [seals.digest_of(event) for event in expected]
    assert made.digest == digest(1, before="", entries=made.entries, sealed_at=NOON)


def test_each_seal_holds_the_digest_of_the_one_before(clock, post, moderator, monkeypatch):
    monkeypatch.setattr(sealing, "EVENTS_IN_A_SEAL", 4)
    make_log(post, moderator)
    assert seals.seal() == 3
    one, two, three = Seal.objects.all()
    assert (two.before, three.before) == (one.digest, two.digest)
    assert sorted(numbers()) == sorted(ModerationEvent.objects.values_list("pk", flat=True))
    totals = totals_of(three.entries)
    assert (totals.desk, totals.event) == (3, 6)
    assert seals.newest() == three


def test_where_nothing_is_new_no_seal_is_made(post, moderator):
    assert seals.seal() == 0
    assert seals.newest() is None
    make_log(post, moderator)
    seals.seal()
    assert seals.seal() == 0


def test_the_newest_minute_is_left_alone(clock, post):
    make_comment(post, created_at=NOON - timedelta(minutes=1) + SECOND)
    make_comment(post, created_at=NOON - timedelta(days=1))  # its number is higher
    assert seals.seal_one(NOON) is None
    assert len(entries_of_one(NOON + SECOND)) == 2


def entries_of_one(now):
    return list(entries_of(seals.seal_one(now).entries))


def test_an_event_from_the_future_does_not_stop_the_sealing(clock, post):
    make_comment(post, created_at=NOON + timedelta(days=1))
    make_comment(post, created_at=NOON - timedelta(days=1))
    assert len(entries_of_one(NOON)) == 2


def test_an_event_that_comes_late_goes_into_the_next_seal(clock, post, moderator, monkeypatch):
    monkeypatch.setattr(sealing, "EVENTS_IN_A_SEAL", 2)
    make_log(post, moderator, comments=2)
    late = ModerationEvent.objects.earliest("pk")
    DeskEvent.objects.all().delete()
    ModerationEvent.objects.filter(pk=late.pk).delete()
    assert seals.seal() == 2
    late.save(force_insert=True)
    made = seals.seal_one(NOON)
    assert [(e.table, e.number) for e in entries_of(made.entries)] == [("event", late.pk)]
    assert seals.seal() == 0
    assert list(seals.verify(NOON)) == []


def test_late_ones_are_found_when_there_are_more_seals_than_are_looked_back_to(
    clock, post, moderator, monkeypatch
):
    monkeypatch.setattr(sealing, "EVENTS_IN_A_SEAL", 2)
    monkeypatch.setattr(sealing, "SEALS_LOOKED_BACK", 1)
    make_log(post, moderator)
    late = ModerationEvent.objects.latest("pk")
    ModerationEvent.objects.filter(pk=late.pk).delete()
    make_comment(post)
    age_all()
    seals.seal()
    late.save(force_insert=True)
    made = seals.seal_one(NOON)
    assert [(e.table, e.number) for e in entries_of(made.entries)] == [("event", late.pk)]


def test_when_another_worker_is_faster_nothing_is_made_and_nothing_breaks(
    post, moderator, monkeypatch
):
    make_log(post, moderator)

    def taken(*_args, **_fields):
        raise IntegrityError

    monkeypatch.setattr(Seal.objects, "create", taken)
    assert seals.seal_one(timezone.now()) is None
    monkeypatch.undo()
    assert seals.seal_one(timezone.now()).number == 1


def test_a_run_ends_after_a_while_and_the_next_one_goes_on(post, moderator, monkeypatch):
    monkeypatch.setattr(sealing, "EVENTS_IN_A_SEAL", 1)
    monkeypatch.setattr(sealing, "LONGEST_RUN_SECONDS", 0)
    make_log(post, moderator)
    assert seals.seal() == 0


@pytest.mark.django_db
def test_it_takes_as_many_queries_for_a_long_log(django_assert_max_num_queries):
    for number in range(30):
        desk_log.record(DeskAct.RULE, actor=None, subject=number)
    age_all()
    seals.seal_one(timezone.now())
    desk_log.record(DeskAct.RULE, actor=None)
    age_all()
    with django_assert_max_num_queries(16):
        seals.seal_one(timezone.now())


def test_the_worker_seals_every_minute(settings):
    assert ("comments.seals.seal", 60) in settings.CLOCK_JOBS
