"""Counts in a small table, one atomic statement a limit."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import attrgetter

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from operations.limits.limit import Allowance, Limit
from operations.models import LimitCounter

# SQLite (from 3.35) and PostgreSQL both read this. A count whose time is over begins anew.
COUNT_ONCE = """
    INSERT INTO operations_limitcounter AS kept (name, taken, expires_at)
    VALUES (%(name)s, 1, %(expires_at)s)
    ON CONFLICT (name) DO UPDATE SET
        taken = CASE WHEN kept.expires_at <= %(now)s THEN 1 ELSE kept.taken + 1 END,
        expires_at = CASE WHEN kept.expires_at <= %(now)s
            THEN excluded.expires_at ELSE kept.expires_at END
    RETURNING name, taken, expires_at
"""


def take(limits: Iterable[Limit], *, now: datetime) -> Allowance:
    """Counts all of them or, when one is used up, none.

    In one order, or two processes could wait for each other for ever.
    """
    with transaction.atomic(durable=True):
        waits = [_wait(limit, now=now) for limit in sorted(limits, key=attrgetter("name"))]
        allowance = Allowance.after(max(waits, default=timedelta(0)))
        if not allowance.is_allowed:
            transaction.set_rollback(True)
    return allowance


def give_back(limits: Iterable[Limit]) -> None:
    """Uncounts one time for every limit that counts one."""
    names = sorted(limit.name for limit in limits)
    LimitCounter.objects.filter(name__in=names, taken__gt=0).update(taken=F("taken") - 1)


def forget_expired() -> None:
    """Deletes the counts whose time is over."""
    LimitCounter.objects.filter(expires_at__lte=timezone.now()).delete()


def _wait(limit: Limit, *, now: datetime) -> timedelta:
    """Counts once; how long until there is room again, nothing if there was."""
    parameters = {"name": limit.name, "now": now, "expires_at": now + limit.per}
    [counter] = LimitCounter.objects.raw(COUNT_ONCE, parameters)
    return counter.expires_at - now if counter.taken > limit.times else timedelta(0)
