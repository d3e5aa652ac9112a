"""Values that take several queries, kept in this process while nothing that readers see changes."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from django.conf import settings
from django.db import connection

from operations.page_cache import changes

Value = TypeVar("Value")
MOST = 1_000

_kept: dict[Hashable, tuple[int, object]] = {}


def while_unchanged(key: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gave for this key, unless something has changed since; then what it gives now.

    Only for what is made of tables whose writes are counted (following.py), and is not altered by
    who gets it. Where pages are not kept nothing counts, and a transaction sees changes that may
    be taken back: there it is made each time. Raises `django.db.Error` without a database.
    """
    if not settings.PAGE_CACHE_BYTES or connection.in_atomic_block:
        return make()
    number = changes.number()
    kept = _kept.get(key)
    if kept and kept[0] == number:
        return cast(Value, kept[1])
    value = make()
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = number, value
    return value
