import pytest
from django.test import RequestFactory

from operations import day_keys, senders
from operations.limits import LimiterUnavailable

pytestmark = pytest.mark.django_db


def key_of(address: str) -> str:
    return senders.key_of(RequestFactory().post("/", REMOTE_ADDR=address))


def test_a_sender_has_one_key_a_day(clock) -> None:
    first = key_of("192.0.2.1")

    assert (key_of("192.0.2.1"), "192.0.2.1" in first) == (first, False)
    assert key_of("192.0.2.2") != first
    clock.shift(24 * 3600)
    assert key_of("192.0.2.1") != first


def test_where_there_is_no_key_of_the_day_nobody_can_be_counted(monkeypatch) -> None:
    def broken(now: object) -> bytes:
        raise LimiterUnavailable

    monkeypatch.setattr(day_keys, "current", broken)
    with pytest.raises(LimiterUnavailable):
        key_of("192.0.2.1")
