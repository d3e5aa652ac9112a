"""Lengths of time as people say them."""

from datetime import UTC, datetime, timedelta

from django.utils.timesince import timesince
from django.utils.translation import gettext as _

SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def spoken(length: timedelta) -> str:
    """Such as "2 hours" or "3 days", rounded down."""
    if length < timedelta(minutes=1):
        return _("less than a minute")
    return timesince(SOME_DAY - length, SOME_DAY, depth=1)
