from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from comments.around import week

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("moment", "monday"),
    [
        (datetime(2026, 11, 16, 5, 0, tzinfo=UTC), date(2026, 11, 16)),
        (datetime(2026, 11, 16, 4, 59, tzinfo=UTC), date(2026, 11, 9)),
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), date(2026, 11, 16)),
    ],
)
def test_a_week_begins_on_monday_in_the_newsrooms_zone(moment, monday):
    assert week.monday_of(moment, zone=NEW_YORK) == monday


def test_a_week_begins_at_midnight_where_clocks_change_too():
    began = week.begins_at(date(2026, 11, 2), zone=NEW_YORK)  # they went back on the first
    assert began == datetime(2026, 11, 2, 5, 0, tzinfo=UTC)
    assert week.begins_at(date(2026, 10, 26), zone=NEW_YORK).astimezone(UTC).hour == 4


def test_the_last_weeks_come_newest_first():
    now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    found = week.mondays(now, zone=NEW_YORK, number=3)
    assert found == [date(2025, 12, 29), date(2025, 12, 22), date(2025, 12, 15)]
