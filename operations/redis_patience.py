"""How long anybody here waits for Redis: one that hangs may not hang the newsroom."""

from typing import TypedDict

from redis.backoff import NoBackoff
from redis.retry import Retry

TIMEOUT_SECONDS = 0.5  # on one machine it answers within a millisecond


class Patience(TypedDict):
    """Options of a client of Redis, under the library's names."""

    socket_timeout: float
    socket_connect_timeout: float
    retry: Retry


def patience() -> Patience:
    """A client that gives up after half a second and asks once: asking twice might count twice."""
    return Patience(
        socket_timeout=TIMEOUT_SECONDS,
        socket_connect_timeout=TIMEOUT_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
