"""Calendar files (RFC 5545) that phones and desktops understand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar
from icalendar import Event as Entry

from blog.events import vtimezone
from blog.events.reading import Event

CONTENT_TYPE = "text/calendar; charset=utf-8"
# What programs show of one that may yet move, or that does not take place.
STATUS = {"planned": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}

# What no text of a calendar may hold (RFC 5545, 3.3.11), and what some programs end a line at.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Listed:
    """An event as a calendar needs it: the page that tells of it, and when that last changed."""

    event: Event
    page_url: str
    changed_at: datetime


def to_ics(listed: Iterable[Listed], *, host: str, name: str = "") -> bytes:
    """A calendar of events with the time zones that it needs; the same events, the same bytes.

    `host` makes the identifiers unique in the world. `name` is what a subscriber's list shows.
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//{host}//Broadside//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    if name:
        calendar.add("X-WR-CALNAME", _writable(name))
    events = list(listed)
    for each in events:
        calendar.add_component(_entry(each, host))
    _add_zones(calendar, [each.event for each in events])
    return bytes(calendar.to_ical())


def _entry(listed: Listed, host: str) -> Entry:
    event = listed.event
    entry = Entry()
    entry.add("UID", f"{event.block_id}@{host}")
    entry.add("DTSTAMP", listed.changed_at)
    entry.add("LAST-MODIFIED", listed.changed_at)
    entry.add("DTSTART", event.starts)
    entry.add("DTEND", event.ends)
    entry.add("SUMMARY", _writable(event.title))
    entry.add("STATUS", STATUS[event.state])
    entry.add("URL", listed.page_url)
    for field, text in (("LOCATION", where(event)), ("DESCRIPTION", _description(event))):
        if text:
            entry.add(field, _writable(text))
    return entry


def _writable(text: str) -> str:
    return _UNWRITABLE.sub(" ", text.replace("\r\n", "\n"))


def where(event: Event) -> str:
    """Place and address in a line; where to join, if it is online only."""
    on_earth = ", ".join(part for part in (event.place, event.address) if part)
    return on_earth or event.online_url


def _description(event: Event) -> str:
    parts = (event.words, event.online_url, event.registration_url)
    return "\n\n".join(part for part in parts if part)


def _add_zones(calendar: Calendar, events: list[Event]) -> None:
    """Describe each zone once, for the years in which something happens by its clocks."""
    for place, zone in enumerate(sorted({event.zones[0] for event in events} - {"UTC"})):
        there = [event for event in events if event.zones[0] == zone]
        first = min(event.starts.year for event in there)
        last = max(event.ends.year for event in there)
        calendar.subcomponents.insert(
            place, vtimezone.component(zone, first_year=first, last_year=last)
        )
