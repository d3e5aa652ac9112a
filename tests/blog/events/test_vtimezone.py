from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from blog.events.vtimezone import component

ZONES = [
    "America/New_York",  # changes twice a year
    "America/Phoenix",  # never does
    "America/Mexico_City",  # gave it up in 2022
    "America/Sao_Paulo",  # on the other half of the earth, and gave it up in 2019
    "Africa/Casablanca",  # by the moon
    "Asia/Kathmandu",  # no whole hour
    "Australia/Lord_Howe",  # by half an hour
    "Europe/Dublin",  # its winter is the exception
    "Pacific/Apia",  # lost a day at the end of 2011
    "America/Nuuk",
]


def read_by_another(zone, local):
    """The moment that another library finds in a file whose zone has a name that nobody knows."""
    year = local.year
    calendar = Calendar()
    calendar.add_component(component(zone, first_year=year, last_year=year))
    text = calendar.to_ical().decode().replace(f"TZID:{zone}", "TZID:Our Town")
    event = (
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20120101T000000Z\r\n"
        f"DTSTART;TZID=Our Town:{local:%Y%m%dT%H%M%S}\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
    )
    head = "BEGIN:VCALENDAR\r\nPRODID:-//x//x//EN\r\nVERSION:2.0\r\n"
    whole = text.replace("BEGIN:VCALENDAR\r\n", head).replace(
        "END:VCALENDAR", f"{event}END:VCALENDAR"
    )
    [read] = IcsCalendarStream.calendar_from_ics(whole).events
    return read.start.astimezone(UTC)


def written(zone, first_year=2012, last_year=2012):
    return component(zone, first_year=first_year, last_year=last_year).to_ical().decode()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2012, 2024, 2027])
def test_another_library_finds_each_moment_of_a_year_by_the_file_alone(zone, year):
    for week in range(0, 52, 4):
        local = datetime.fromisoformat(f"{year}-01-03T12:30") + timedelta(weeks=week)
        assert read_by_another(zone, local) == local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        (datetime.fromisoformat("2027-03-14T01:30"), datetime(2027, 3, 14, 6, 30, tzinfo=UTC)),
        (datetime.fromisoformat("2027-03-14T03:30"), datetime(2027, 3, 14, 7, 30, tzinfo=UTC)),
        (datetime.fromisoformat("2027-11-07T00:30"), datetime(2027, 11, 7, 4, 30, tzinfo=UTC)),
        (datetime.fromisoformat("2027-11-07T02:30"), datetime(2027, 11, 7, 7, 30, tzinfo=UTC)),
    ],
)
def test_the_hours_around_a_change_are_right(local, utc):
    assert read_by_another("America/New_York", local) == utc


def test_a_zone_with_a_rule_is_written_as_one():
    text = written("America/New_York")
    assert "DTSTART:20110313T020000\r\n" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text


def test_the_last_sunday_of_a_month_is_a_rule_too():
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in written("Europe/Madrid", 2010, 2016)


def test_where_no_rule_fits_every_day_is_named_the_first_one_as_well():
    text = written("Africa/Casablanca")
    assert "RRULE" not in text
    for part in text.split("BEGIN:")[2:]:
        start = part.split("DTSTART:")[1].split("\r\n")[0]
        assert start in part.split("RDATE:")[1]


def test_a_zone_that_never_changes_its_clocks_has_one_phase():
    assert written("America/Phoenix").count("BEGIN:STANDARD") == 1
    assert "DAYLIGHT" not in written("America/Phoenix")


def test_days_that_follow_another_calendar_are_named_one_by_one():
    """Iran began summer time by its own calendar: on different days of the week."""
    text = written("Asia/Tehran", 2012, 2013)
    assert "RRULE" not in text
    assert text.count("RDATE:") == 3
