"""Counts in Redis, where a script runs as one step for everybody."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import cast

from redis import Redis

from operations.limits.limit import Allowance, Limit
from operations.redis_patience import patience

PREFIX = "limit:"
# For each key: how many times, and in how many milliseconds. Returns the longest wait in
# milliseconds, and 0 when all were counted. Redis itself forgets what has expired.
COUNT_ALL_OR_NONE = """
local longest = 0
for i, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * i - 1]) then
        longest = math.max(longest, redis.call('PTTL', key), 1)
    end
end
if longest > 0 then
    return longest
end
for i, key in ipairs(KEYS) do
    if redis.call('INCR', key) == 1 then
        redis.call('PEXPIRE', key, ARGV[2 * i])
    end
end
return 0
"""

# A key that has expired meanwhile is not made again: it would never expire.
UNCOUNT = """
for _, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') > 0 then
        redis.call('DECR', key)
    end
end
"""


def take(limits: Sequence[Limit], *, url: str) -> Allowance:
    """Counts all of them or, when one is used up, none; raises RedisError when Redis is away."""
    names = [PREFIX + limit.name for limit in limits]
    numbers = [n for limit in limits for n in (limit.times, limit.per // timedelta(milliseconds=1))]
    wait = cast(int, _client(url).eval(COUNT_ALL_OR_NONE, len(names), *names, *numbers))
    return Allowance.after(timedelta(milliseconds=wait))


def give_back(limits: Sequence[Limit], *, url: str) -> None:
    """Uncounts one time for every limit that counts one; raises RedisError when Redis is away."""
    names = [PREFIX + limit.name for limit in limits]
    _client(url).eval(UNCOUNT, len(names), *names)


@cache
def _client(url: str) -> Redis:
    """One pool of connections for this process."""
    return Redis.from_url(url, **patience())
