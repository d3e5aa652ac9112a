import re
from datetime import UTC, date, datetime, time

import pytest
from django.template import Context, Template
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.blocks import BodyBlock
from tests.blog.events.happenings import event_block

EVENT = BodyBlock().child_blocks["event"]


@pytest.fixture(autouse=True)
def before_it(time_machine):
    """It is still to come."""
    time_machine.move_to(datetime(2012, 1, 5, 17, tzinfo=UTC), tick=False)


def shown(**changes):
    body = BodyBlock().to_python([event_block(**changes)])
    html = Template("{% load wagtailcore_tags %}{% include_block body %}").render(
        Context({"body": body})
    )
    return " ".join(html.split())


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def faults(**changes):
    value = EVENT.to_python(event_block(**changes)["value"])
    try:
        EVENT.clean(value)
    except StructBlockValidationError as error:
        return {name: str(each.messages[0]) for name, each in error.block_errors.items()}
    return {}


def test_both_zones_are_shown_as_campaigns_write_them():
    assert (
        "Monday, January 9, 2012 3:30 p.m. EST / 12:30 p.m. PST until 5 p.m. EST / 2 p.m. PST"
        in (words(shown()))
    )


def test_machines_read_the_moment():
    assert '<time datetime="2012-01-09T12:30:00-08:00">' in shown()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("date", {"date": "0026-01-09"}),
        ("date", {"date": "0001-01-01", "zone": "Asia/Tokyo"}),
        ("date", {"date": "9999-12-31", "ends_at": "23:59"}),
        ("last_date", {"last_date": "2202-01-09"}),
        ("last_date", {"last_date": "9999-12-31"}),
    ],
)
def test_a_mistyped_year_is_asked_about(field, changes):
    assert faults(**changes) == {field: "Is this the right year?"}


def test_a_draft_with_a_mistyped_year_can_be_looked_at():
    assert "Register" in shown(date="0001-01-01", zone="Asia/Tokyo")


def test_in_spanish_the_date_and_the_clock_are_spanish():
    with translation.override("es"):
        assert "lunes, 9 de enero de 2012 15:30 EST / 12:30 PST" in words(shown())


def test_the_clock_is_that_of_the_event_wherever_the_newsroom_is(settings):
    settings.TIME_ZONE = "Europe/Madrid"
    assert "3:30 p.m. EST / 9:30 p.m. CET / 12:30 p.m. PST" in words(shown())


def test_an_end_on_another_day_names_it():
    html = shown(last_date="2012-01-10", ends_at="01:00")
    assert "until 1 a.m. EST (Tuesday, January 10, 2012) / 10 p.m. PST" in words(html)


def test_it_says_that_space_is_limited_and_where_to_register():
    html = shown()
    assert "Space is limited." in html
    assert 'href="https://example.org/register">Register</a>' in html


def test_it_leads_to_its_calendar_file():
    block = event_block()
    html = Template("{% load wagtailcore_tags %}{% include_block body %}").render(
        Context({"body": BodyBlock().to_python([block])})
    )
    assert f'href="/events/{block["id"]}.ics"' in html


def test_a_cancelled_event_says_so_and_takes_no_registrations():
    html = shown(state="cancelled")
    assert "Cancelled" in html
    assert "Register" not in html
    assert ".ics" not in html
    assert "Space is limited" not in html


def test_an_event_that_is_over_says_so_and_takes_no_registrations(time_machine):
    time_machine.move_to(datetime(2012, 1, 9, 22, tzinfo=UTC), tick=False)
    html = shown()
    assert '<p class="event__state">Over</p>' in html
    assert "Register" not in html
    assert "Space is limited" not in html
    assert ".ics" in html


def test_a_postponed_event_says_so_and_still_takes_registrations():
    html = shown(state="postponed")
    assert "Postponed" in html
    assert "Register" in html


def test_place_and_address_are_shown_or_that_it_is_online():
    html = shown(is_online=False, place="County hall", address="12 Main Street")
    assert "Where County hall 12 Main Street" in words(html)
    assert "Where Online" in words(shown())


def test_where_to_join_is_a_link_if_everybody_may_know():
    assert '<a href="https://example.org/room">Join online</a>' in shown(
        online_url="https://example.org/room"
    )


@pytest.mark.parametrize("field", ["date", "starts_at", "zone"])
def test_a_draft_without_its_time_can_be_looked_at(field):
    html = shown(**{field: None})
    assert "How to keep our county out of deportations" in html
    assert "<time" not in html
    assert ".ics" not in html


def test_a_draft_with_an_empty_line_for_a_zone_can_be_looked_at():
    assert "3:30 p.m. EST until" in words(shown(other_zones=[None]))


def test_a_name_is_never_html():
    assert "<script" not in shown(title="<script>alert(1)</script>")


def test_an_event_as_it_should_be_may_be_published():
    assert faults() == {}


def test_an_end_before_the_beginning_is_refused_in_plain_words():
    assert faults(ends_at="15:00") == {
        "ends_at": "It ends before it begins. If it ends the next day, say so in “Last day”."
    }
    assert list(faults(last_date="2012-01-08")) == ["last_date"]


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_an_hour_that_clocks_skip_is_refused_in_plain_words(field):
    times = {"starts_at": "01:00", "ends_at": "04:00"} | {field: "02:30"}
    assert faults(date="2027-03-14", **times) == {
        field: "On that day the clocks skip this hour: summer time begins."
    }


def test_the_same_hour_is_there_where_clocks_do_not_change():
    times = {"starts_at": "02:30", "ends_at": "04:00"}
    assert faults(date="2027-03-14", zone="America/Phoenix", **times) == {}


def test_an_event_is_somewhere():
    assert faults(is_online=False) == {"place": "Say where it is, or that it is online."}


@pytest.mark.parametrize("field", ["title", "date", "starts_at", "ends_at"])
def test_what_an_event_cannot_be_without_is_demanded_at_publishing(field):
    assert list(faults(**{field: None})) == [field]


def test_a_draft_is_saved_with_all_its_gaps():
    nothing = {"title": "", "date": None, "starts_at": time(2), "ends_at": time(1)}
    value = EVENT.to_python(event_block()["value"])
    value.update(nothing | {"is_online": False})
    body = BodyBlock()
    assert body.clean_deferred(body.normalize([("event", value)]))[0].value["date"] is None


def test_a_zone_that_there_is_not_is_refused():
    assert list(faults(zone="Mars/Olympus")) == ["zone"]


def test_a_new_event_is_in_the_newsrooms_zone(settings):
    settings.TIME_ZONE = "America/Denver"
    fresh = EVENT.get_default()
    assert (fresh["zone"], list(fresh["other_zones"])) == ("America/Denver", [])


def test_only_its_words_are_searched():
    value = EVENT.to_python(event_block(place="County hall")["value"])
    searched = [words for words in EVENT.get_searchable_content(value) if words]
    assert searched == [
        "How to keep our county out of deportations",
        "County hall",
        "For everybody who wants to begin.",
    ]


def test_its_preview_is_a_whole_event():
    sample = EVENT.get_preview_value()
    assert sample["date"] == date(2027, 3, 4)
    assert "6:30 p.m. EST" in words(EVENT.render(sample))
