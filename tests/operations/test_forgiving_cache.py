"""A Redis that is away, or hangs, is an empty cache and no error."""

import shutil
import socket
import subprocess
import time

import pytest
from django.core.cache import caches
from django.test import override_settings

from operations import redis_patience

BACKEND = "operations.forgiving_cache.ForgivingRedisCache"


def cache_at(url):
    with override_settings(CACHES={"default": {"BACKEND": BACKEND, "LOCATION": url}}):
        return caches.create_connection("default")


@pytest.fixture
def away():
    return cache_at("unix:///nowhere/redis")


def test_what_cannot_be_asked_is_not_known(away):
    assert away.get("a", "default") == "default"
    assert away.get_many(["a", "b"]) == {}
    assert "a" not in away
    assert away.get_or_set("a", 7) == 7


def test_what_cannot_be_kept_is_no_error(away):
    away.set("a", 1)
    away.set_many({"a": 1})
    assert not away.add("a", 1)
    assert not away.touch("a")
    assert not away.delete("a")
    away.delete_many(["a"])
    assert not away.clear()


def test_what_is_not_there_cannot_be_counted(away):
    with pytest.raises(ValueError, match="not found"):
        away.incr("a")


def test_nobody_waits_twice_for_one_that_hangs(monkeypatch):
    monkeypatch.setattr(redis_patience, "TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as server:  # it listens and never answers
        hung = cache_at(f"redis://127.0.0.1:{server.getsockname()[1]}/0")
        began = time.monotonic()
        for _ask in range(1_000):
            assert hung.get("a") is None
        assert time.monotonic() - began < 5


def test_the_log_does_not_tell_the_password(caplog):
    cache_at("redis://:secret-of-redis@127.0.0.1:1/0").get("a")
    assert "going on without a cache" in caplog.text
    assert "secret-of-redis" not in caplog.text


@pytest.fixture
def redis(tmp_path):
    program = shutil.which("redis-server") or pytest.skip("there is no redis-server here")
    command = [program, "--port", "0", "--unixsocket", str(tmp_path / "r"), "--save", ""]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=tmp_path) as process:
        while not (tmp_path / "r").exists():
            time.sleep(0.01)
        yield f"unix://{tmp_path / 'r'}"
        process.terminate()


def test_with_redis_it_is_djangos_own(redis):
    cache = cache_at(redis)
    cache.set_many({"a": 1, "b": {"c": 2}})
    assert cache.get_many(["a", "b", "x"]) == {"a": 1, "b": {"c": 2}}
    assert cache.incr("a") == 2
    assert cache.add("x", 0)
    assert "x" in cache
    assert cache.touch("x")
    assert cache.delete("x")
    cache.delete_many(["a"])
    cache.set("d", "words")
    assert cache.get("d") == "words"
    assert cache.clear()
    assert cache.get("d") is None
