import pytest

from blog.blocks import BodyBlock
from blog.events import structured
from blog.events.reading import events_in
from tests.blog.events.happenings import event_block

PAGE = "https://news.example.org/news/a/"


def described(**changes):
    [found] = events_in(BodyBlock().to_python([event_block(**changes)]))
    return structured.event(found, page_url=PAGE)


def test_the_moments_are_written_with_their_distance_from_greenwich():
    thing = described()
    assert (thing["startDate"], thing["endDate"]) == (
        "2012-01-09T15:30:00-05:00",
        "2012-01-09T17:00:00-05:00",
    )


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("planned", "https://schema.org/EventScheduled"),
        ("postponed", "https://schema.org/EventPostponed"),
        ("cancelled", "https://schema.org/EventCancelled"),
    ],
)
def test_it_says_whether_it_takes_place(state, status):
    assert described(state=state)["eventStatus"] == status


def test_an_event_on_a_screen_is_where_one_registers():
    thing = described()
    assert thing["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert thing["location"] == {
        "@type": "VirtualLocation",
        "url": "https://example.org/register",
    }


def test_an_event_on_a_screen_is_at_its_page_if_nothing_else_is_known():
    assert described(registration_url="")["location"]["url"] == PAGE


def test_an_event_in_a_hall_has_an_address():
    thing = described(is_online=False, place="County hall", address="12 Main Street")
    assert thing["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert thing["location"] == {
        "@type": "Place",
        "name": "County hall",
        "address": "12 Main Street",
    }


def test_the_name_of_a_hall_will_do_as_its_address():
    assert described(is_online=False, place="County hall")["location"]["address"] == "County hall"


def test_an_event_may_be_in_both():
    thing = described(place="County hall", online_url="https://example.org/room")
    assert thing["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [each["@type"] for each in thing["location"]] == ["Place", "VirtualLocation"]


def test_it_has_an_address_on_its_page():
    assert described()["@id"].startswith(f"{PAGE}#event-")


def test_who_invites_and_an_image_are_said_if_known():
    [found] = events_in(BodyBlock().to_python([event_block()]))
    us = {"@type": "Organization", "name": "We"}
    thing = structured.event(found, page_url=PAGE, organizer=us, image="https://e.org/a.jpg")
    assert (thing["organizer"], thing["image"]) == (us, "https://e.org/a.jpg")
    assert "organizer" not in described()
