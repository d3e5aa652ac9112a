"""Time zones by the names of the IANA, and what a clock in one of them says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

# What most readers of a newsroom in the Americas live by; all others stand below, by continent.
COMMON = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "America/Mexico_City",
    "America/Bogota",
    "UTC",
)
# The names that begin otherwise are old ones for the same zones.
CONTINENTS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)
Group = tuple[object, list[tuple[str, str]]]


@dataclass(frozen=True)
class Clock:
    """What a clock says at a moment: "3:30 p.m.", "EST", and the date where it is another one.

    `town` is the last part of the zone's name: "New York".
    """

    moment: datetime
    time: str
    letters: str
    town: str
    date: str


def newsroom_zone() -> str:
    """The zone that the newsroom itself lives by."""
    return settings.TIME_ZONE


def choices() -> list[Group]:
    """All zones for an editor's form: the newsroom's own and common ones first."""
    return _choices(newsroom_zone())


@cache
def _choices(own: str) -> list[Group]:
    first = list(dict.fromkeys([own, *COMMON]))
    groups: list[Group] = [(_("Often used"), [(name, label(name)) for name in first])]
    for continent in CONTINENTS:
        names = sorted(n for n in available_timezones() if n.startswith(f"{continent}/"))
        others = [(name, label(name)) for name in names if name not in first]
        groups.append((continent, others))
    return groups


def label(name: str) -> str:
    """A zone's name as people read it: "America / New York"."""
    return name.replace("_", " ").replace("/", " / ")


def exists(local: datetime, zone: str) -> bool:
    """Whether clocks there ever say so: when summer time begins, they skip an hour."""
    there = local.replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local


def letters(moment: datetime) -> str:
    """How the zone of the moment is called then: "EST", or "UTC+3" where it has no letters."""
    name = moment.tzname() or ""
    return name if name.isalpha() else _from_utc(moment.utcoffset() or timedelta())


def _from_utc(offset: timedelta) -> str:
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "-" if offset < timedelta() else "+"
    hours, rest = divmod(minutes, 60)
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"


def clocks(moment: datetime, zones: list[str], *, date: datetime | None = None) -> list[Clock]:
    """What clocks in these zones say at the moment; those that say the same, once.

    A clock names its date where that is another than `date` has, the first zone's by default.
    """
    there = [moment.astimezone(ZoneInfo(name)) for name in dict.fromkeys(zones)]
    known = date or there[0]
    return list(_different(there, known))


def _different(moments: list[datetime], known: datetime) -> Iterator[Clock]:
    said: set[tuple[str, str]] = set()
    for moment in moments:
        clock = _clock(moment, known)
        if (clock.time, clock.letters) not in said:
            said.add((clock.time, clock.letters))
            yield clock


def _clock(moment: datetime, known: datetime) -> Clock:
    return Clock(
        moment=moment,
        time=date_format(moment, "TIME_FORMAT"),
        letters=letters(moment),
        town=str(moment.tzinfo).rpartition("/")[2].replace("_", " "),
        date="" if moment.date() == known.date() else date_format(moment, "DATE_FORMAT"),
    )
