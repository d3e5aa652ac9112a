"""A time zone as a calendar file describes it (RFC 5545, 3.6.5), for the years that it needs.

icalendar can do this too, but begins summer time an hour late, and lists days where a rule would
do. Programs differ in what they understand: all of them read yearly rules, and not all of them
count the first day of a list unless the list names it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Phase:
    """What clocks do from a change on: the offset before and after, its name, and its kind."""

    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def component(zone: str, *, first_year: int, last_year: int) -> Timezone:
    """The zone, right from the beginning of the first year to the end of the last.

    The year before is in it too, so that every moment has a change behind it.
    """
    described = Timezone()
    described.add("TZID", zone)
    years = range(first_year - 1, last_year + 1)
    for phase, onsets in _phases(zone, years).items():
        described.add_component(_observance(phase, onsets, years))
    return described


def _phases(zone: str, years: range) -> dict[Phase, list[datetime]]:
    """When each phase begins, by the clock as it stood before the change."""
    there = ZoneInfo(zone)
    begin = datetime(years[0], 1, 1, tzinfo=UTC)
    phases: dict[Phase, list[datetime]] = defaultdict(list)
    at_first = begin.astimezone(there)
    offset = at_first.utcoffset() or timedelta()
    phases[_phase(at_first, offset)].append(begin.replace(tzinfo=None) + offset)
    for change in _changes(zone, years[0], years[-1]):
        before = (change - timedelta(seconds=1)).astimezone(there).utcoffset() or timedelta()
        phases[_phase(change.astimezone(there), before)].append(
            change.replace(tzinfo=None) + before
        )
    return phases


def _phase(moment: datetime, before: timedelta) -> Phase:
    after = moment.utcoffset() or timedelta()
    return Phase(before, after, moment.tzname() or "", bool(moment.dst()))


@lru_cache(maxsize=256)
def _changes(zone: str, first_year: int, last_year: int) -> list[datetime]:
    """The moments, in UTC, from which on its clocks are ahead by another offset."""
    there = ZoneInfo(zone)
    day, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    found = []
    while day < end:
        if _offset(day, there) != _offset(day + DAY, there):
            found.append(_change_within(day, there))
        day += DAY
    return found


def _change_within(day: datetime, there: ZoneInfo) -> datetime:
    """The second in the day that begins another offset: no zone has two changes in one day."""
    low, high = 0, int(DAY.total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        is_before = _offset(day + timedelta(seconds=middle), there) == _offset(day, there)
        low, high = (middle, high) if is_before else (low, middle)
    return day + timedelta(seconds=high)


def _offset(moment: datetime, there: ZoneInfo) -> timedelta | None:
    return moment.astimezone(there).utcoffset()


def _observance(
    phase: Phase, onsets: list[datetime], years: range
) -> TimezoneStandard | TimezoneDaylight:
    described = TimezoneDaylight() if phase.is_summer else TimezoneStandard()
    described.add("DTSTART", onsets[0])
    described.add("TZNAME", phase.name)
    described.add("TZOFFSETFROM", phase.before)
    described.add("TZOFFSETTO", phase.after)
    rule = next(_rules(onsets), None) if [each.year for each in onsets] == list(years) else None
    if rule is None:
        described.add("RDATE", onsets)
    else:
        described.add("RRULE", rule)
    return described


def _rules(onsets: list[datetime]) -> Iterator[dict[str, str | int]]:
    """Yearly rules that give exactly these days: the second Sunday of March, the last of May."""
    if len({(each.month, each.weekday(), each.time()) for each in onsets}) > 1:
        return
    month, weekday = onsets[0].month, WEEKDAYS[onsets[0].weekday()]
    from_the_front = {(each.day - 1) // 7 + 1 for each in onsets}
    if len(from_the_front) == 1:
        yield {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"{from_the_front.pop()}{weekday}"}
    if all((each + 7 * DAY).month != month for each in onsets):
        yield {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"-1{weekday}"}
