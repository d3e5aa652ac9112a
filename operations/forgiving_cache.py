"""A cache in Redis that readers never notice is away: what cannot be asked is not known.

Nothing is lost by that, for whatever a cache holds can be made anew. A Redis that hangs costs one
request half a second, and then nobody of this process asks again for a while.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import RedisError

from operations.redis_patience import patience

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
QUIET_SECONDS = 5.0


class ForgivingRedisCache(RedisCache):
    """Django's own, with a client that has an answer for everything."""

    # Any, here and below, because a cache keeps whatever it is given.
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = ForgivingClient


class ForgivingClient:
    """Answers as an empty cache does while Redis is away. The methods are Django's."""

    def __init__(self, servers: list[str], **options: Any) -> None:
        self._client = RedisCacheClient(servers, **patience(), **options)
        self._quiet_until = 0.0

    def _ask(self, question: Callable[..., Answer], *words: object, otherwise: Answer) -> Answer:
        if time.monotonic() < self._quiet_until:
            return otherwise
        try:
            return question(*words)
        except RedisError as problem:
            # Only the kind: the words of a problem can hold the password of the address.
            logger.warning("Redis: %s; going on without a cache", type(problem).__name__)
            self._quiet_until = time.monotonic() + QUIET_SECONDS
            return otherwise

    def get(self, key: str, default: Any) -> Any:
        """What is kept, or the default."""
        return self._ask(self._client.get, key, default, otherwise=default)

    def get_many(self, keys: Iterable[str]) -> Mapping[Any, Any]:
        """What is kept of these."""
        nothing: dict[Any, Any] = {}
        return self._ask(self._client.get_many, list(keys), otherwise=nothing)

    def has_key(self, key: str) -> bool:
        """Whether it is kept, as far as anybody knows."""
        return self._ask(self._client.has_key, key, otherwise=False)

    def add(self, key: str, value: object, timeout: int | None) -> bool:
        """Whether it was not there and is now."""
        return self._ask(self._client.add, key, value, timeout, otherwise=False)

    def set(self, key: str, value: object, timeout: int | None) -> None:
        """Keeps it if that is possible."""
        self._ask(self._client.set, key, value, timeout, otherwise=None)

    def set_many(self, data: Mapping[str, object], timeout: int | None) -> None:
        """Keeps them if that is possible."""
        self._ask(self._client.set_many, data, timeout, otherwise=None)

    def touch(self, key: str, timeout: int | None) -> bool:
        """Whether it is kept for longer."""
        return self._ask(self._client.touch, key, timeout, otherwise=False)

    def incr(self, key: str, delta: int) -> int:
        """One more; raises ValueError when it is not there, as Django's own does."""
        number = self._ask(self._client.incr, key, delta, otherwise=None)
        if number is None:
            raise ValueError(f"key {key!r} not found")
        return int(number)

    def delete(self, key: str) -> bool:
        """Whether it was there."""
        return self._ask(self._client.delete, key, otherwise=False)

    def delete_many(self, keys: Iterable[str]) -> None:
        """Forgets them if that is possible; else they end with their time."""
        self._ask(self._client.delete_many, list(keys), otherwise=None)

    def clear(self) -> bool:
        """Whether all was forgotten."""
        return self._ask(self._client.clear, otherwise=False)
