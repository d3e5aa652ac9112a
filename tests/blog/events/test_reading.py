from datetime import UTC, datetime

import pytest

from blog.blocks import BodyBlock
from blog.events.reading import events_in
from tests.blog.events.happenings import event_block


def events(*blocks):
    return events_in(BodyBlock().to_python(list(blocks)))


def test_events_of_a_body_come_in_its_order():
    first, second = event_block(title="A"), event_block(title="B")
    words = {"type": "paragraph", "id": "x", "value": "<p>Between</p>"}
    found = events(first, words, second)
    assert [each.title for each in found] == ["A", "B"]
    assert [str(each.block_id) for each in found] == [first["id"], second["id"]]


def test_times_are_those_of_its_zone():
    [event] = events(event_block())
    assert event.starts.isoformat() == "2012-01-09T15:30:00-05:00"
    assert event.ends.astimezone(UTC) == datetime(2012, 1, 9, 22, 0, tzinfo=UTC)


def test_it_ends_on_the_last_day_where_there_is_one():
    [event] = events(event_block(last_date="2012-01-11", ends_at="10:00"))
    assert event.ends.isoformat() == "2012-01-11T10:00:00-05:00"


@pytest.mark.parametrize("field", ["date", "starts_at", "ends_at", "zone"])
def test_without_a_time_there_is_no_event_yet(field):
    assert events(event_block(**{field: None})) == []


def test_what_ends_before_it_begins_is_none():
    assert events(event_block(ends_at="15:29")) == []


@pytest.mark.parametrize("field", ["date", "last_date"])
@pytest.mark.parametrize("day", ["0001-01-01", "0026-01-09", "9999-12-31"])
def test_in_a_mistyped_year_there_is_none(field, day):
    assert events(event_block(**{field: day})) == []


def test_what_begins_in_the_hour_that_comes_twice_is_one():
    """By the clock on the wall it ends before it begins, and yet it is half an hour long."""
    [event] = events(event_block(date="2027-11-07", starts_at="01:30", ends_at="02:00"))
    assert (event.ends.astimezone(UTC) - event.starts.astimezone(UTC)).total_seconds() == 5400


def test_its_own_zone_and_the_newsrooms_are_shown_before_others(settings):
    settings.TIME_ZONE = "America/New_York"
    [event] = events(
        event_block(zone="America/Chicago", other_zones=["America/Chicago", "Asia/Tokyo"])
    )
    assert event.zones == ("America/Chicago", "America/New_York", "Asia/Tokyo")


def test_its_words_are_plain():
    [event] = events(event_block())
    assert event.words == "For everybody who wants to begin."


def test_a_block_that_was_never_saved_has_no_identifier():
    [event] = events(event_block() | {"id": "3"})
    assert event.block_id is None
