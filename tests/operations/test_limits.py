"""What is counted, in the database and in Redis, and what becomes of it when Redis is lost."""

import logging
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import override_settings
from redis import Redis
from time_machine import Traveller

from operations import limits, redis_patience
from operations.limits import Allowance, Limit, LimiterUnavailable, in_database, in_redis, take
from operations.models import LimitCounter

pytestmark = pytest.mark.django_db

TEN_MINUTES = timedelta(minutes=10)
ALLOWED = Allowance(is_allowed=True)
STORES = ["database", "redis"] if settings.REDIS_URL else ["database"]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each test with it runs once on the database and, where there is one, once on Redis."""
    with override_settings(REDIS_URL=settings.REDIS_URL if request.param == "redis" else ""):
        yield request.param


@pytest.fixture
def in_the_database() -> Iterator[None]:
    with override_settings(REDIS_URL=""):
        yield


def make_limit(
    scope: str = "comment", *, key: str = "", times: int = 2, per: timedelta = TEN_MINUTES
) -> Limit:
    return Limit(scope, key=key or uuid4().hex, times=times, per=per)


def times_allowed(limit: Limit, *, tries: int) -> int:
    return sum(take(limit).is_allowed for _try in range(tries))


def test_so_many_times_are_allowed_and_not_once_more(store: str) -> None:
    limit = make_limit(times=5)
    assert [take(limit).is_allowed for _try in range(7)] == [True] * 5 + [False] * 2


def test_limit_of_none_allows_nothing(store: str) -> None:
    assert not take(make_limit(times=0)).is_allowed


def test_nothing_to_count_is_allowed(store: str) -> None:
    assert take() == ALLOWED


def test_keys_are_counted_apart(store: str) -> None:
    used_up = make_limit(times=1)
    take(used_up)
    assert take(make_limit(times=1)) == ALLOWED


def test_scopes_are_counted_apart(store: str) -> None:
    key = uuid4().hex
    take(make_limit("comment", key=key, times=1))
    assert take(make_limit("report", key=key, times=1)) == ALLOWED


def test_one_scope_can_be_limited_over_two_stretches(store: str) -> None:
    key = uuid4().hex
    burst = make_limit(key=key, times=2, per=TEN_MINUTES)
    day = make_limit(key=key, times=3, per=timedelta(days=1))
    assert take(burst, day) == take(burst, day) == ALLOWED
    assert 0 < take(burst, day).retry_after_seconds <= 600


def test_refusal_says_how_long_to_wait(store: str) -> None:
    limit = make_limit(times=1)
    take(limit)
    refusal = take(limit)
    assert not refusal.is_allowed
    assert 590 < refusal.retry_after_seconds <= 600


def test_longest_wait_of_several_is_named(store: str) -> None:
    short, long = (make_limit(times=1, per=timedelta(minutes=minutes)) for minutes in (1, 60))
    take(short, long)
    assert take(long, short).retry_after_seconds > 3_000
    assert take(short, long).retry_after_seconds > 3_000


def test_stopped_by_one_limit_uses_up_no_other(store: str) -> None:
    mine, page = make_limit("address", times=1), make_limit("page", times=3)
    take(mine, page)
    for _try in range(20):
        assert not take(mine, page).is_allowed
    assert times_allowed(page, tries=5) == 2


def test_what_is_given_back_may_be_taken_again(store: str) -> None:
    limit = make_limit(times=1)
    take(limit)
    limits.give_back(limit)
    assert [take(limit).is_allowed, take(limit).is_allowed] == [True, False]


def test_nothing_is_given_back_that_was_not_taken(store: str) -> None:
    limit = make_limit(times=1)
    limits.give_back(limit)
    take(limit)
    limits.give_back(limit)
    limits.give_back(limit)
    assert times_allowed(limit, tries=3) == 1


@pytest.mark.usefixtures("in_the_database")
def test_losing_what_is_given_back_is_said_and_harms_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(in_database, "give_back", fail)
    limits.give_back(make_limit())
    assert "a count is not given back" in caplog.text


@pytest.mark.usefixtures("in_the_database")
def test_time_that_is_over_begins_anew(clock: Traveller) -> None:
    limit = make_limit(times=2)
    assert times_allowed(limit, tries=3) == 2
    clock.shift(TEN_MINUTES.total_seconds() - 1)
    assert take(limit) == Allowance(is_allowed=False, retry_after_seconds=1)
    clock.shift(1)
    assert times_allowed(limit, tries=3) == 2
    assert take(limit).retry_after_seconds == 600


@pytest.mark.usefixtures("in_the_database")
def test_wait_does_not_grow_with_impatience(clock: Traveller) -> None:
    limit = make_limit(times=1)
    take(limit)
    clock.shift(300)
    assert {take(limit).retry_after_seconds for _try in range(50)} == {300}


@pytest.mark.usefixtures("in_the_database")
def test_seconds_to_wait_are_rounded_up(clock: Traveller) -> None:
    limit = make_limit(times=1)
    take(limit)
    clock.shift(598.7)
    assert take(limit).retry_after_seconds == 2


@pytest.mark.usefixtures("in_the_database")
def test_expired_counts_are_forgotten_by_the_clock(clock: Traveller) -> None:
    short, long = make_limit(per=TEN_MINUTES), make_limit(per=timedelta(days=1))
    take(short, long)
    clock.shift(TEN_MINUTES.total_seconds())
    in_database.forget_expired()
    assert [counter.name for counter in LimitCounter.objects.all()] == [long.name]


@pytest.mark.usefixtures("in_the_database")
@pytest.mark.parametrize("number", [1, 3])
def test_counting_costs_a_statement_a_limit(
    number: int, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_num_queries(number + 2):  # the transaction (here: a savepoint) around them
        take(*(make_limit() for _limit in range(number)))


@pytest.mark.usefixtures("in_the_database")
def test_counting_inside_a_transaction_is_refused_for_its_failure_would_undo_the_count() -> None:
    from django.db import transaction

    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        take(make_limit())


@pytest.mark.usefixtures("in_the_database")
def test_database_that_cannot_count_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(LimitCounter.objects, "raw", fail)
    with pytest.raises(LimiterUnavailable):
        take(make_limit())


@pytest.mark.usefixtures("in_the_database")
def test_missing_table_is_named_and_leaves_the_connection_usable() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE operations_limitcounter")
    with pytest.raises(LimiterUnavailable):
        take(make_limit())
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def test_key_stands_in_no_repr() -> None:
    assert "secret" not in repr(make_limit(key="secret"))


@pytest.fixture
def hanging_redis(tmp_path: Path) -> Iterator[str]:
    """Takes connections and never says a word."""
    path = tmp_path / "redis"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield f"unix://{path}"


def test_lost_redis_is_replaced_by_the_database(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    limit = make_limit(key="of-somebody", times=3)
    with override_settings(REDIS_URL=f"unix://:password@{tmp_path}/nobody"):
        assert times_allowed(limit, tries=5) == 3
    assert LimitCounter.objects.get().taken == 3
    assert caplog.records[0].levelno == logging.WARNING
    assert "ConnectionError" in caplog.text
    assert not any(word in caplog.text for word in ("of-somebody", "password", str(tmp_path)))


def test_hanging_redis_is_replaced_by_the_database(
    hanging_redis: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_patience, "TIMEOUT_SECONDS", 0.05)
    began = time.monotonic()
    with override_settings(REDIS_URL=hanging_redis):
        assert times_allowed(make_limit(times=1), tries=2) == 1
    assert time.monotonic() - began < 4  # the library alone would wait 5 seconds, twice


def test_neither_redis_nor_database_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OperationalError("no such file")

    monkeypatch.setattr(limits.in_database, "take", fail)
    with (
        override_settings(REDIS_URL=f"unix://{tmp_path}/nobody"),
        pytest.raises(LimiterUnavailable),
    ):
        take(make_limit())


if settings.REDIS_URL:

    @pytest.fixture
    def redis() -> Iterator[Redis]:
        with Redis.from_url(settings.REDIS_URL) as client:
            yield client

    def kept(limit: Limit) -> str:
        return in_redis.PREFIX + limit.name

    def test_redis_counts_without_the_database(
        django_assert_num_queries: pytest.FixtureRequest,
    ) -> None:
        with django_assert_num_queries(0):
            take(make_limit())

    def test_redis_forgets_a_count_by_itself(redis: Redis) -> None:
        limit = make_limit()
        take(limit)
        assert 590_000 < redis.pttl(kept(limit)) <= 600_000

    def test_time_in_redis_begins_with_the_first_time_only(redis: Redis) -> None:
        limit = make_limit(times=2)
        take(limit)
        redis.pexpire(kept(limit), 5_000)
        take(limit)
        assert 0 < take(limit).retry_after_seconds <= 5
        redis.delete(kept(limit))
        assert times_allowed(limit, tries=3) == 2

    def test_redis_that_was_restarted_counts_on(redis: Redis) -> None:
        limit = make_limit(times=3)
        take(limit)
        redis.client_kill_filter(_type="normal", skipme=True)
        assert times_allowed(limit, tries=5) == 2
        assert not LimitCounter.objects.exists()
