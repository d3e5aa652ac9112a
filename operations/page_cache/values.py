"""Values that take several queries, kept in this process while nothing that readers see changes."""

import time
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from django.conf import settings
from django.db import connection

from operations.page_cache import changes
from operations.page_cache.keeping import LONGEST_SECONDS

Value = TypeVar("Value")
MOST = 1_000

_kept: dict[Hashable, tuple[int, float, object]] = {}


def while_unchanged(key: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gave for this key, unless something has changed since; then what it gives now.

    Only for what is made of tables whose writes are counted (following.py), and is not altered by
    who gets it. Where pages are not kept nothing counts, and a transaction sees changes that may
    be taken back: there it is made each time. After a minute it is made anew, as a page is, for
    whatever was written past the counting. Raises `django.db.Error` without a database.
    """
    if not settings.PAGE_CACHE_BYTES or connection.in_atomic_block:
        return make()
    connection.close_if_health_check_failed()  # as Django's cursors do, which `number` goes past
    number, now = changes.number(), time.monotonic()
    kept = _kept.get(key)
    if kept and kept[0] == number and now < kept[1] + LONGEST_SECONDS:
        return cast(Value, kept[2])
    value = make()
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = number, now, value
    return value
