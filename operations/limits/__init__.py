"""How often something may be done: counted in Redis where there is one, else in the database.

Exact over any number of processes. Losing Redis loses its counts, not the limits: the database
counts on from nothing until Redis answers again.
"""

import logging

from django.conf import settings
from django.db import Error
from django.utils import timezone
from redis import RedisError

from operations.limits import in_database, in_redis
from operations.limits.limit import Allowance, Limit, LimiterUnavailable

__all__ = ["Allowance", "Limit", "LimiterUnavailable", "give_back", "take"]

logger = logging.getLogger(__name__)


def take(*limits: Limit) -> Allowance:
    """Counts one time for every limit, or for none of them when one is used up.

    So who is stopped by a limit of their own uses up nobody else's. The answer's wait is the
    longest of those that are used up. Raises `LimiterUnavailable` when nothing can count.
    Call it outside a transaction: what was counted stays counted whatever happens next.
    """
    if settings.REDIS_URL:
        try:
            return in_redis.take(limits, url=settings.REDIS_URL)
        except RedisError as problem:
            # Only the kind: the words of a problem can hold the password of the address.
            logger.warning("Redis: %s; limits are counted in the database", type(problem).__name__)
    try:
        return in_database.take(limits, now=timezone.now())
    except Error as problem:
        raise LimiterUnavailable("the database cannot count") from problem


def give_back(*limits: Limit) -> None:
    """Uncounts one time for every limit, as far as it is still counted.

    For what turned out not to be of the kind that is limited. Losing it costs its owner a time.
    """
    try:
        if settings.REDIS_URL:
            in_redis.give_back(limits, url=settings.REDIS_URL)
        else:
            in_database.give_back(limits)
    except (Error, RedisError) as problem:
        logger.warning("%s: a count is not given back", type(problem).__name__)
