"""What changes by itself is noted by whoever makes it."""

from datetime import timedelta

from django.utils import timezone

from operations.page_cache import until
from operations.page_cache.moments import noting


def test_moments_ahead_are_noted_and_others_are_not() -> None:
    now = timezone.now()
    with noting() as noted:
        until(now + timedelta(hours=1))
        until(now - timedelta(hours=1))
        until(None)
    assert noted == [now + timedelta(hours=1)]


def test_where_nobody_asks_nothing_is_noted() -> None:
    ahead = timezone.now() + timedelta(hours=1)
    with noting() as noted:
        pass
    until(ahead)
    assert noted == []
