"""How fast anybody may speak: counted by sender, by page and for the whole site.

Sender means the key of an address for one day (operations/client_address.py). Reaching the
first number of a sender makes comments wait for a person; only the second refuses, so that
people behind one address are never silenced by one of them.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from operations import day_keys, limits
from operations.client_address import UNKNOWN, address_key, client_address

logger = logging.getLogger(__name__)

STRETCH = timedelta(minutes=10)
SENDER_IS_HELD_AFTER = 5
SENDER_IS_REFUSED_AFTER = 30
PAGE_IS_HELD_AFTER = 120
SITE_IS_HELD_AFTER = 600
# So high that a few senders together cannot close a page to everybody else.
PAGE_IS_REFUSED_AFTER = 1_200
SITE_IS_REFUSED_AFTER = 6_000
# All senders whose address a proxy did not say share one key, so they get more room together.
UNKNOWN_SENDERS = 10


def sender_key(request: HttpRequest, *, now: datetime | None = None) -> str:
    """The key of the request's sender for today, or "" when nobody can tell now.

    Call it outside a transaction. Senders whose address is unknown share one key, see
    `is_known`.
    """
    address = _address(request)
    try:
        return address_key(address, day_key=day_keys.current(now or timezone.now()))
    except limits.LimiterUnavailable:
        logger.warning("the key of the day cannot be read; comments wait for a person")
        return ""


def is_known(request: HttpRequest) -> bool:
    """Whether the request says where it came from, as far as proxies can be believed."""
    return _address(request) != UNKNOWN


def shared_key(now: datetime) -> str:
    """The key of all senders whose address nobody can tell; "" when the day's cannot be read.

    It is nobody's: a ban of it would be one of many strangers. Call it outside a transaction.
    """
    try:
        return address_key(UNKNOWN, day_key=day_keys.current(now))
    except limits.LimiterUnavailable:
        return ""


def take_turn(key: str, *, is_known: bool, page_id: int, slowness: int = 1) -> limits.Allowance:
    """Count one comment against the numbers beyond which it is refused.

    `slowness` divides what one sender and one page may send. Raises `LimiterUnavailable`.
    """
    room = (1 if is_known else UNKNOWN_SENDERS) / slowness
    return limits.take(
        _limit("comments of a sender", key, SENDER_IS_REFUSED_AFTER * room),
        _limit("comments of a page", str(page_id), PAGE_IS_REFUSED_AFTER / slowness),
        _limit("comments of the site", "all", SITE_IS_REFUSED_AFTER),
    )


def is_hasty(key: str, *, is_known: bool, page_id: int, slowness: int = 1) -> bool:
    """Count one comment against the numbers beyond which comments wait for a person.

    Raises `LimiterUnavailable`.
    """
    room = (1 if is_known else UNKNOWN_SENDERS) / slowness
    allowance = limits.take(
        _limit("unread comments of a sender", key, SENDER_IS_HELD_AFTER * room),
        _limit("unread comments of a page", str(page_id), PAGE_IS_HELD_AFTER / slowness),
        _limit("unread comments of the site", "all", SITE_IS_HELD_AFTER),
    )
    return not allowance.is_allowed


def _limit(scope: str, key: str, times: float) -> limits.Limit:
    return limits.Limit(scope=scope, key=key, times=max(1, round(times)), per=STRETCH)


def _address(request: HttpRequest) -> str:
    return client_address(request.META, trusted_proxies=settings.TRUSTED_PROXIES)
