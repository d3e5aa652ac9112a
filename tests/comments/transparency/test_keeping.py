from datetime import UTC, date, datetime, timedelta

import pytest

from comments import transparency
from comments.models import MonthlyFigures
from comments.transparency import keeping
from tests.comments.transparency.past import day, removals, reports
from tests.conftest import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture(autouse=True)
def _in_new_york(settings):
    settings.TIME_ZONE = "America/New_York"


def totals(measure="removed"):
    rows = MonthlyFigures.objects.values_list("month", "figures")
    return {f"{month:%Y-%m}": figures["totals"].get(measure, 0) for month, figures in rows}


def test_every_month_since_the_log_began_has_a_row(clock):
    removals(2, day(12))
    removals(3, day(2, year=2026))
    assert transparency.count_due() == 4
    assert totals() == {"2025-12": 2, "2026-01": 0, "2026-02": 3, "2026-03": 0}


def test_an_empty_log_has_no_months():
    assert transparency.count_due() == 0
    assert transparency.rebuild() == 0
    assert transparency.recounted() == []


def test_what_has_just_happened_counts():
    removals(1, NOON - timedelta(hours=1))
    transparency.count_due()
    assert totals() == {"2026-03": 1}


def test_nothing_is_counted_again_while_nothing_happens(clock):
    removals(1, NOON - timedelta(hours=1))
    transparency.count_due()
    clock.shift(timedelta(minutes=5))
    assert transparency.count_due() == 0
    removals(1, NOON + timedelta(minutes=4))
    assert transparency.count_due() == 1


def test_a_month_that_is_counted_for_good_is_never_counted_again(clock):
    removals(2, day(12))
    transparency.count_due()
    clock.shift(timedelta(days=1))
    removals(1, NOON + timedelta(hours=1))
    assert transparency.count_due() == 1  # this month alone


def test_a_month_counts_for_good_once_a_day_more_is_over(clock):
    removals(1, day(2, year=2026))
    clock.move_to(datetime(2026, 3, 1, 12, tzinfo=UTC))
    transparency.count_due()
    assert [each.is_final for each in transparency.kept()] == [False, False]
    clock.move_to(datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert transparency.count_due() == 1
    assert [each.is_final for each in transparency.kept()] == [True, False]


def test_the_kept_figures_are_those_of_the_log():
    removals(7, day(12))
    reports(6, day(1, year=2026))
    transparency.count_due()
    assert transparency.kept() == transparency.recounted()


def test_counted_month_by_month_is_the_same_as_counted_at_once(clock):
    for month in range(3, 12):
        removals(month, day(month, 28))
        reports(month, day(month, 3))
    for month in range(4, 13):
        clock.move_to(day(month, 5))
        transparency.count_due()
    step_by_step = transparency.kept()
    transparency.rebuild()
    assert transparency.kept() == step_by_step


def test_what_is_not_in_the_log_is_gone_after_a_rebuild():
    removals(1, day(12))
    MonthlyFigures.objects.create(
        month=date(2001, 1, 1), figures={"totals": {}, "kinds": {}, "times": {}}, counted_at=NOON
    )
    assert transparency.rebuild() == 4
    assert "2001-01" not in totals()


def test_rows_say_until_when_they_are_counted():
    removals(1, day(2, year=2026))
    transparency.count_due()
    assert set(MonthlyFigures.objects.values_list("counted_at", flat=True)) == {NOON}


def test_a_month_settles_a_day_after_its_end():
    assert keeping.settles_at(date(2025, 12, 1)) == datetime(2026, 1, 2, 5, tzinfo=UTC)


def test_the_worker_counts_every_minute(settings):
    assert ("comments.transparency.count_due", 60) in settings.CLOCK_JOBS
