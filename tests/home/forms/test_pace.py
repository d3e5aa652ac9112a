import pytest

from comments.outside_text import Asker
from home.forms import pace

pytestmark = pytest.mark.django_db


def asker(key="sender", *, is_known=True):
    return Asker(key, is_known=is_known, is_origin_proven=True, is_foreign=False)


def test_a_sender_has_so_many(monkeypatch):
    monkeypatch.setattr(pace, "OF_A_SENDER", 2)
    allowed = [pace.take_turn(asker(), 1).is_allowed for _ in range(3)]
    assert allowed == [True, True, False]
    assert pace.take_turn(asker("other"), 1).is_allowed


def test_senders_whose_address_nobody_knows_share_more(monkeypatch):
    monkeypatch.setattr(pace, "OF_A_SENDER", 1)
    monkeypatch.setattr(pace, "UNKNOWN_SENDERS", 2)
    allowed = [pace.take_turn(asker(is_known=False), 1).is_allowed for _ in range(3)]
    assert allowed == [True, True, False]


def test_without_a_key_nobody_counts():
    assert pace.take_turn(asker(""), 1) is None
