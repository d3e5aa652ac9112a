import pytest

from blog.newsletter import confirming
from tests.blog.newsletter.people import make_subscriber

pytestmark = pytest.mark.django_db


def test_twice_is_once(newsroom, clock):
    asked = make_subscriber(newsroom, confirmed_at=None, told_until=None)

    confirming.confirm(asked)
    asked.refresh_from_db()
    first = (asked.confirmed_at, asked.told_until)
    clock.shift(3600)
    confirming.confirm(asked)
    asked.refresh_from_db()

    assert (asked.confirmed_at, asked.told_until) == first
    assert None not in first
