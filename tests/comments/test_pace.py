from datetime import timedelta

import pytest
from django.db import Error
from django.test import RequestFactory

from comments import pace
from operations import day_keys, limits
from operations.limits import LimiterUnavailable
from tests.comments.factories import SAID_AT

pytestmark = pytest.mark.django_db


def request(address="203.0.113.9"):
    return RequestFactory().post("/", REMOTE_ADDR=address)


def test_a_sender_has_one_key_a_day():
    first = pace.sender_key(request(), now=SAID_AT)
    assert first == pace.sender_key(request(), now=SAID_AT)
    assert first != pace.sender_key(request("203.0.113.10"), now=SAID_AT)
    assert first != pace.sender_key(request(), now=SAID_AT + timedelta(days=1))


def test_without_the_key_of_the_day_nobody_is_known(monkeypatch, caplog):
    def unavailable(now):
        raise LimiterUnavailable

    monkeypatch.setattr(day_keys, "current", unavailable)
    assert pace.sender_key(request()) == ""


def test_a_sender_is_asked_to_wait_after_so_many(monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 2)
    turns = [pace.take_turn("k", is_known=True, page_id=1).is_allowed for _ in range(3)]
    assert turns == [True, True, False]
    assert pace.take_turn("another", is_known=True, page_id=1).is_allowed


def test_unknown_senders_share_a_larger_number(monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 1)
    turns = [pace.take_turn("k", is_known=False, page_id=1).is_allowed for _ in range(11)]
    assert turns == [True] * 10 + [False]


@pytest.mark.parametrize("name", ["PAGE_IS_REFUSED_AFTER", "SITE_IS_REFUSED_AFTER"])
def test_page_and_site_have_numbers_of_their_own(monkeypatch, name):
    monkeypatch.setattr(pace, name, 1)
    assert pace.take_turn("one", is_known=True, page_id=1).is_allowed
    assert not pace.take_turn("two", is_known=True, page_id=1).is_allowed
    another_page = pace.take_turn("two", is_known=True, page_id=2)
    assert another_page.is_allowed == (name == "PAGE_IS_REFUSED_AFTER")


def test_a_raid_makes_everybody_slower():
    turns = [pace.take_turn("k", is_known=True, page_id=1, slowness=5).is_allowed for _ in range(7)]
    assert turns == [True] * 6 + [False]


def test_haste_is_noticed_before_anybody_is_refused():
    assert pace.SENDER_IS_HELD_AFTER < pace.SENDER_IS_REFUSED_AFTER
    hasty = [
        pace.is_hasty("k", is_known=True, page_id=1) for _ in range(pace.SENDER_IS_HELD_AFTER + 1)
    ]
    assert hasty == [False] * pace.SENDER_IS_HELD_AFTER + [True]


def test_whoever_counts_can_be_unavailable(monkeypatch):
    def broken(*args, **kwargs):
        raise Error

    monkeypatch.setattr(limits.in_database, "take", broken)
    with pytest.raises(LimiterUnavailable):
        pace.take_turn("k", is_known=True, page_id=1)


@pytest.mark.parametrize("name", ["PAGE_IS_HELD_AFTER", "SITE_IS_HELD_AFTER"])
def test_a_flood_from_many_senders_waits_long_before_anybody_is_refused(monkeypatch, name):
    monkeypatch.setattr(pace, name, 1)
    assert not pace.is_hasty("one", is_known=True, page_id=1)
    assert pace.is_hasty("two", is_known=True, page_id=1)
    assert pace.take_turn("two", is_known=True, page_id=1).is_allowed


def test_senders_whom_nobody_can_tell_share_one_key():
    shared = pace.shared_key(SAID_AT)
    assert pace.sender_key(request(""), now=SAID_AT) == shared
    assert pace.sender_key(request(), now=SAID_AT) != shared


def test_without_the_key_of_the_day_there_is_no_shared_one(monkeypatch):
    def unavailable(now):
        raise LimiterUnavailable

    monkeypatch.setattr(day_keys, "current", unavailable)
    assert pace.shared_key(SAID_AT) == ""
