"""From an event block to the event that it tells of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from wagtail.blocks import StreamValue
from wagtail.rich_text import get_text_for_indexing

from blog.body import blocks_of, uuid_of
from blog.events import zones

Value = Mapping[str, Any]  # Any: what the fields of the block hold

# What lies beyond was mistyped, and no clock can be asked about the first and the last of years.
YEARS = range(1900, 2200)


@dataclass(frozen=True)
class Event:
    """An event, complete. `starts` and `ends` are in its own zone, `zones` are those to show.

    `block_id` is None for a block that has never been saved. `state` is a value of `EventState`.
    """

    block_id: UUID | None
    title: str
    starts: datetime
    ends: datetime
    zones: tuple[str, ...]
    state: str
    place: str
    address: str
    is_online: bool
    online_url: str
    registration_url: str
    is_limited: bool
    words: str


def read(value: Value, block_id: str | None = None) -> Event | None:
    """The event of a block's value; None while its editor has not yet said when it is."""
    times = times_of(value)
    if times is None:
        return None
    starts, ends = times
    return Event(
        block_id=uuid_of(block_id),
        title=value["title"],
        starts=starts,
        ends=ends,
        zones=_shown(value),
        state=value["state"],
        place=value["place"],
        address=value["address"],
        is_online=value["is_online"],
        online_url=value["online_url"],
        registration_url=value["registration_url"],
        is_limited=value["is_limited"],
        words=get_text_for_indexing(value["text"].source).strip(),
    )


def _shown(value: Value) -> tuple[str, ...]:
    """Its own zone, the newsroom's, and the others that an editor chose; each once."""
    chosen = [value["zone"], zones.newsroom_zone(), *value["other_zones"]]
    return tuple(dict.fromkeys(name for name in chosen if name))


def events_in(body: StreamValue) -> list[Event]:
    """The events of a body, in its order, but for those without a time."""
    found = (read(block.value, block.id) for block in blocks_of(body, "event"))
    return [event for event in found if event is not None]


def times_of(value: Value) -> tuple[datetime, datetime] | None:
    """Beginning and end with their zone; None if one is open, or they are the wrong way round."""
    local = local_times(value)
    if local is None or not value["zone"] or any(there.year not in YEARS for there in local):
        return None
    zone = ZoneInfo(value["zone"])
    starts, ends = (there.replace(tzinfo=zone) for there in local)
    return (starts, ends) if starts.timestamp() <= ends.timestamp() else None


def local_times(value: Value) -> tuple[datetime, datetime] | None:
    """Beginning and end as the clocks of its place say; the same day unless it names another."""
    day: date | None = value["date"]
    starts: time | None = value["starts_at"]
    ends: time | None = value["ends_at"]
    if day is None or starts is None or ends is None:
        return None
    last_day: date = value["last_date"] or day
    return datetime.combine(day, starts), datetime.combine(last_day, ends)
