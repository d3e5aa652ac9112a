from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from blog.events import zones

WEBINAR = datetime(2012, 1, 9, 20, 30, tzinfo=UTC)
COASTS = ["America/New_York", "America/Los_Angeles"]


def said(moment, names, **options):
    clocks = zones.clocks(moment, names, **options)
    return " / ".join(f"{clock.time} {clock.letters}" for clock in clocks)


def test_clocks_are_written_as_campaigns_write_them():
    assert said(WEBINAR, COASTS) == "3:30 p.m. EST / 12:30 p.m. PST"


def test_summer_time_has_letters_of_its_own():
    summer = datetime(2012, 7, 9, 19, 30, tzinfo=UTC)
    assert said(summer, COASTS) == "3:30 p.m. EDT / 12:30 p.m. PDT"


def test_in_spanish_the_clock_is_the_spanish_one():
    with translation.override("es"):
        assert said(WEBINAR, COASTS) == "15:30 EST / 12:30 PST"


@pytest.mark.parametrize(
    ("zone", "letters"),
    [
        ("America/Sao_Paulo", "UTC-3"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/St_Johns", "NST"),
        ("Asia/Dubai", "UTC+4"),
        ("UTC", "UTC"),
    ],
)
def test_zones_without_letters_are_told_by_their_distance(zone, letters):
    winter = datetime(2024, 1, 9, 20, 30, tzinfo=UTC)
    assert zones.letters(winter.astimezone(ZoneInfo(zone))) == letters


def test_clocks_that_say_the_same_are_shown_once():
    assert said(WEBINAR, ["America/New_York", "America/Detroit"]) == "3:30 p.m. EST"


def test_a_clock_names_its_date_where_it_is_another_day():
    here, there = zones.clocks(WEBINAR, ["America/New_York", "Asia/Tokyo"])
    assert (here.date, there.date) == ("", "Tuesday, January 10, 2012")


def test_a_clock_names_its_date_where_it_is_another_than_the_beginning_had():
    begin = WEBINAR.astimezone(ZoneInfo("America/New_York"))
    [clock] = zones.clocks(datetime(2012, 1, 10, 20, tzinfo=UTC), COASTS[:1], date=begin)
    assert clock.date == "Tuesday, January 10, 2012"


def test_a_clock_knows_its_town():
    assert [clock.town for clock in zones.clocks(WEBINAR, COASTS)] == ["New York", "Los Angeles"]


@pytest.mark.parametrize(
    ("local", "there"),
    [
        (datetime.fromisoformat("2027-03-14T02:30"), False),
        (datetime.fromisoformat("2027-03-14T03:00"), True),
        (datetime.fromisoformat("2027-03-14T01:59"), True),
        (datetime.fromisoformat("2027-11-07T01:30"), True),
    ],
)
def test_clocks_skip_an_hour_when_summer_time_begins(local, there):
    assert zones.exists(local, "America/New_York") is there


def test_the_newsrooms_zone_stands_first_and_none_twice(settings):
    settings.TIME_ZONE = "America/Denver"
    groups = zones.choices()
    names = [name for _group, zones_in in groups for name, _label in zones_in]
    assert names[0] == "America/Denver"
    assert len(names) == len(set(names)) > 300
    assert "US/Eastern" not in names


def test_a_newsroom_with_an_old_name_of_its_zone_may_choose_it(settings):
    settings.TIME_ZONE = "US/Eastern"
    [first, *_others] = zones.choices()
    assert first[1][0] == ("US/Eastern", "US / Eastern")


def test_a_zone_is_called_as_people_read_it():
    assert zones.label("America/New_York") == "America / New York"
