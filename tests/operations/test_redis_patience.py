"""Whoever asks Redis asks once, and does not wait long for an answer."""

import socket
import time

import pytest
from redis import Redis, RedisError

from operations import redis_patience


def test_who_asks_a_redis_that_hangs_waits_once_and_not_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(redis_patience, "TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as server:  # it listens and never answers
        port = server.getsockname()[1]
        client = Redis.from_url(f"redis://127.0.0.1:{port}", **redis_patience.patience())
        began = time.monotonic()
        with pytest.raises(RedisError):
            client.ping()
        assert time.monotonic() - began < 4  # the library alone would wait 5 seconds
        client.close()


def test_nothing_is_asked_twice_for_that_might_count_twice() -> None:
    assert redis_patience.patience()["retry"].get_retries() == 0


def test_half_a_second_is_the_longest_wait() -> None:
    patience = redis_patience.patience()
    assert patience["socket_timeout"] == patience["socket_connect_timeout"] == 0.5
