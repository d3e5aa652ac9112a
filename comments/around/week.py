"""The newsroom's weeks, from Monday to Sunday, in its own zone."""

from datetime import date, datetime, time, timedelta, tzinfo

WEEK = timedelta(days=7)


def monday_of(moment: datetime, *, zone: tzinfo) -> date:
    """The first day of the week of an aware time."""
    day = moment.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


def begins_at(monday: date, *, zone: tzinfo) -> datetime:
    """The moment at which a week begins, an hour more or less away where clocks change."""
    return datetime.combine(monday, time.min, tzinfo=zone)


def mondays(now: datetime, *, zone: tzinfo, number: int) -> list[date]:
    """The first days of this week and of those before it, `number` in all, the newest first."""
    this = monday_of(now, zone=zone)
    return [this - WEEK * back for back in range(number)]
