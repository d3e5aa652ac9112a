"""An event as schema.org describes one (https://schema.org/Event), for search engines."""

from collections.abc import Mapping
from typing import Any

from blog.events.reading import Event

Thing = dict[str, Any]  # Any: JSON

STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
OFFLINE, ONLINE, MIXED = (
    f"https://schema.org/{mode}EventAttendanceMode" for mode in ("Offline", "Online", "Mixed")
)


def event(
    told: Event,
    *,
    page_url: str,
    organizer: Mapping[str, object] | None = None,
    image: str = "",
) -> Thing:
    """The event of a page at this absolute address, without `@context`: it may stand in a graph.

    `organizer` is a schema.org Organization or a reference to one, `image` an absolute address.
    """
    anchor = f"{page_url}#event-{told.block_id}" if told.block_id else page_url
    thing: Thing = {
        "@type": "Event",
        "@id": anchor,
        "url": anchor,
        "name": told.title,
        "startDate": told.starts.isoformat(),
        "endDate": told.ends.isoformat(),
        "eventStatus": STATUS[told.state],
        "eventAttendanceMode": _mode(told),
        "location": _locations(told, page_url),
    }
    said = {"description": told.words, "organizer": organizer, "image": image}
    return thing | {name: value for name, value in said.items() if value}


def _mode(told: Event) -> str:
    if not told.is_online:
        return OFFLINE
    return MIXED if told.place or told.address else ONLINE


def _locations(told: Event, page_url: str) -> Thing | list[Thing]:
    """Where it is: a hall, a screen, or both. Of a screen one has to say an address."""
    found: list[Thing] = []
    if told.place or told.address:
        on_earth = {"@type": "Place", "name": told.place, "address": told.address or told.place}
        found.append({name: value for name, value in on_earth.items() if value})
    if told.is_online:
        url = told.online_url or told.registration_url or page_url
        found.append({"@type": "VirtualLocation", "url": url})
    return found[0] if len(found) == 1 else found
