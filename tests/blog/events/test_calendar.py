import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from ical.calendar_stream import IcsCalendarStream

from blog.blocks import BodyBlock
from blog.events.calendar import Listed, to_ics, where
from blog.events.reading import Event, events_in
from tests.blog.events.happenings import event_block

CHANGED = datetime(2012, 1, 5, 17, tzinfo=UTC)


def event(**changes):
    [found] = events_in(BodyBlock().to_python([event_block(**changes)]))
    return found


def ics(*events: Event, **options) -> str:
    listed = [Listed(each, "https://news.example.org/news/a/", CHANGED) for each in events]
    return to_ics(listed, host="news.example.org", **options).decode()


def parsed(*events: Event, **changed):
    return IcsCalendarStream.calendar_from_ics(ics(*events)).events


def test_another_library_reads_the_moment_at_which_it_begins():
    [read] = parsed(event())
    assert read.start.astimezone(UTC) == datetime(2012, 1, 9, 20, 30, tzinfo=UTC)
    assert read.end - read.start == timedelta(hours=1, minutes=30)


def test_no_other_clock_than_that_of_its_own_zone_is_in_the_file():
    text = ics(event())
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;TZID=America/New_York:20120109T153000\r\n" in text


def test_it_is_known_by_its_block_and_this_newsroom():
    one = event()
    assert f"UID:{one.block_id}@news.example.org\r\n" in ics(one)
    assert isinstance(one.block_id, uuid.UUID)


def test_no_title_begins_a_line_of_its_own_in_any_program():
    text = ics(
        event(title="Rally\r\nATTENDEE:x\rURL:x\x0bURL:x\x85URL:x\u2028URL:x\x00"),
        name="N\x0cURL:x",
    )
    assert not [line for line in text.splitlines() if line.startswith(("ATTENDEE", "URL:x"))]
    [read] = IcsCalendarStream.calendar_from_ics(text).events
    assert read.summary == "Rally\nATTENDEE:x URL:x URL:x URL:x URL:x "


@pytest.mark.parametrize(
    ("state", "status"),
    [("planned", "CONFIRMED"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_programs_are_told_whether_it_takes_place(state, status):
    assert f"STATUS:{status}\r\n" in ics(event(state=state))


def test_it_says_when_its_page_last_changed():
    assert "DTSTAMP:20120105T170000Z\r\n" in ics(event())


def test_the_same_events_are_the_same_bytes():
    one = event()
    assert ics(one) == ics(one)


def test_words_and_addresses_are_in_the_description():
    [read] = parsed(event(online_url="https://example.org/room"))
    assert read.description.split("\n\n") == [
        "For everybody who wants to begin.",
        "https://example.org/room",
        "https://example.org/register",
    ]


def test_words_that_look_like_calendar_lines_stay_words():
    trick = "A\r\nATTENDEE:mailto:x@example.org\r\nB; C, D"
    [read] = parsed(event(title=trick, place=trick, address="", text=""))
    assert "\r\nATTENDEE" not in ics(event(title=trick))
    assert "ATTENDEE" in read.summary
    assert read.location.endswith("B; C, D")


def test_a_calendar_of_many_has_each_zone_once_and_a_name():
    text = ics(
        event(),
        event(zone="America/Chicago"),
        event(zone="America/Chicago", date="2030-07-01"),
        name="Broadside",
    )
    assert text.count("BEGIN:VTIMEZONE") == 2
    assert "X-WR-CALNAME:Broadside" in text
    read = IcsCalendarStream.calendar_from_ics(text).events
    assert sorted(one.start.astimezone(UTC).date() for one in read) == [
        date(2012, 1, 9),
        date(2012, 1, 9),
        date(2030, 7, 1),
    ]


def test_a_calendar_without_events_can_be_read():
    assert parsed() == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"place": "Hall", "address": "12 Main Street"}, "Hall, 12 Main Street"),
        ({"online_url": "https://example.org/room"}, "https://example.org/room"),
        ({"place": "Hall", "online_url": "https://example.org/room"}, "Hall"),
        ({}, ""),
    ],
)
def test_it_says_where_in_one_line(changes, line):
    assert where(event(**changes)) == line
