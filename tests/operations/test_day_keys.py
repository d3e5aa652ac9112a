"""The key of the day lives for the newsroom's day and no longer, and opens nothing alone."""

from datetime import UTC, date, datetime

import pytest
from django.db import OperationalError, connection
from django.test import override_settings
from django.utils import timezone
from time_machine import Traveller

from operations import day_keys
from operations.limits import LimiterUnavailable
from operations.models import DayKey

pytestmark = pytest.mark.django_db

# The newsroom of the tests is in New York, four hours behind in summer.
LAST_MOMENT = datetime(2026, 7, 5, 3, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 7, 5, 4, 0, tzinfo=UTC)


def days() -> list[date]:
    return list(DayKey.objects.order_by("day").values_list("day", flat=True))


def test_key_is_the_same_all_day(clock: Traveller) -> None:
    clock.move_to(LAST_MOMENT.replace(day=4, hour=4))
    first = day_keys.current(timezone.now())
    clock.move_to(LAST_MOMENT)
    assert day_keys.current(timezone.now()) == first
    assert len(first) == 32


def test_key_changes_at_the_newsrooms_midnight(clock: Traveller) -> None:
    clock.move_to(LAST_MOMENT)
    before = day_keys.current(timezone.now())
    clock.move_to(MIDNIGHT)
    assert day_keys.current(timezone.now()) != before


def test_day_is_the_newsrooms_whatever_zone_is_active(clock: Traveller) -> None:
    with timezone.override("Asia/Tokyo"):
        day_keys.current(LAST_MOMENT)
    assert days() == [date(2026, 7, 4)]


def test_day_begins_at_the_newsrooms_midnight_and_ends_just_before_the_next() -> None:
    with timezone.override("Asia/Tokyo"):
        assert day_keys.day_of(LAST_MOMENT) == date(2026, 7, 4)
        assert day_keys.day_of(MIDNIGHT) == date(2026, 7, 5)
        assert day_keys.midnight(date(2026, 7, 5)) == MIDNIGHT


def test_key_cannot_be_guessed_from_the_day(clock: Traveller) -> None:
    first = day_keys.current(timezone.now())
    DayKey.objects.all().delete()
    assert day_keys.current(timezone.now()) != first


def test_key_is_not_in_the_database() -> None:
    key = day_keys.current(timezone.now())
    assert bytes(DayKey.objects.get().secret) != key
    with override_settings(SECRET_KEY="another newsroom's"):
        assert day_keys.current(timezone.now()) != key


def test_key_of_yesterday_is_destroyed_by_the_clock(clock: Traveller) -> None:
    clock.move_to(LAST_MOMENT)
    day_keys.current(timezone.now())
    day_keys.destroy_past()
    assert days() == [date(2026, 7, 4)]
    clock.move_to(MIDNIGHT)
    day_keys.destroy_past()
    assert days() == []


def test_key_of_yesterday_is_destroyed_without_the_clock_too(clock: Traveller) -> None:
    clock.move_to(LAST_MOMENT)
    day_keys.current(timezone.now())
    clock.move_to(MIDNIGHT)
    day_keys.current(timezone.now())
    assert days() == [date(2026, 7, 5)]


def test_keys_of_a_clock_that_was_wrong_are_destroyed_too(clock: Traveller) -> None:
    clock.move_to(MIDNIGHT)
    for day in (4, 5, 6, 7):
        DayKey.objects.create(day=date(2026, 7, day), secret=b"x")
    day_keys.destroy_past()
    # Tomorrow's stays: a machine whose clock is a little ahead uses it already.
    assert days() == [date(2026, 7, 5), date(2026, 7, 6)]


def test_database_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_fields: object) -> None:
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(DayKey.objects, "get_or_create", fail)
    with pytest.raises(LimiterUnavailable):
        day_keys.current(timezone.now())


@pytest.mark.postgresql
def test_postgresql_vacuums_a_destroyed_key_at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'operations_daykey'")
        [options] = cursor.fetchone()
    assert set(options) == {"autovacuum_vacuum_threshold=0", "autovacuum_vacuum_scale_factor=0"}
