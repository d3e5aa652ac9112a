from datetime import timedelta

import pytest

from blog.models import NewsToSend, Subscriber
from blog.newsletter import keeping
from tests.blog.newsletter.people import appear, make_subscriber

pytestmark = pytest.mark.django_db


def test_an_address_that_nobody_confirms_goes_after_a_week(newsroom, clock):
    make_subscriber(newsroom, email="silent@example.org", confirmed_at=None)
    kept = make_subscriber(newsroom)

    clock.shift(timedelta(days=7))
    keeping.forget_old()
    assert Subscriber.objects.count() == 2
    clock.shift(1)
    keeping.forget_old()

    assert list(Subscriber.objects.all()) == [kept]


def test_that_a_post_appeared_is_forgotten_after_a_month(newsroom, clock):
    appear(newsroom)

    clock.shift(timedelta(days=29))
    keeping.forget_old()
    assert NewsToSend.objects.exists()
    clock.shift(timedelta(days=1))
    keeping.forget_old()

    assert not NewsToSend.objects.exists()
