import pytest

from operations import limits
from tests.comments.appellant import make_judge, sent, take_away


@pytest.fixture(autouse=True)
def no_limits(monkeypatch):
    """The tests run in transactions, where the real counter refuses to count."""
    allowed = limits.Allowance(is_allowed=True)
    monkeypatch.setattr(limits, "take", lambda *_limits: allowed)


@pytest.fixture
def ana(newsroom):
    return make_judge("ana")


@pytest.fixture
def ben(newsroom):
    return make_judge("ben")


@pytest.fixture
def comment(post, clock):
    return sent(post)


@pytest.fixture
def removed(comment, ana):
    take_away(comment, "remove", ana)
    return comment
