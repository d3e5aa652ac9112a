"""The key of the day: what makes a reader's address unreadable, until midnight and for ever after.

A day is the newsroom's, so that the key changes while most of its readers sleep, and so that
"until midnight" on a screen means what it says. The random half is a row, shared by all
processes; the other half is the secret key, which is not in the database, so that a copy of the
database alone opens nothing.
"""

import secrets
from datetime import date, datetime, time, timedelta

from django.db import Error
from django.utils import timezone
from django.utils.crypto import salted_hmac

from operations.limits import LimiterUnavailable
from operations.models import DayKey

SECRET_BYTES = 32
SALT = "operations.day_keys"


def current(now: datetime) -> bytes:
    """The key of the newsroom's day at `now`, made when it is first asked for.

    Raises `LimiterUnavailable` when the database does not answer. Call it outside a transaction.
    """
    today = day_of(now)
    try:
        row, is_new = DayKey.objects.get_or_create(
            day=today, defaults={"secret": secrets.token_bytes(SECRET_BYTES)}
        )
        if is_new:
            _destroy_others(today)  # here too, for a worker may hang for days
    except Error as problem:
        raise LimiterUnavailable("the key of the day cannot be read") from problem
    return salted_hmac(SALT, bytes(row.secret), algorithm="sha256").digest()


def destroy_past() -> None:
    """Deletes the keys of days that are over; a job of the clock."""
    _destroy_others(day_of(timezone.now()))


def day_of(now: datetime) -> date:
    """The newsroom's day at an aware time."""
    return timezone.localdate(now, timezone.get_default_timezone())


def midnight(day: date) -> datetime:
    """When a day of the newsroom begins, as an aware time."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def _destroy_others(today: date) -> None:
    """All but today's, and tomorrow's: another machine's clock may be a little ahead."""
    DayKey.objects.exclude(day__range=(today, today + timedelta(days=1))).delete()
