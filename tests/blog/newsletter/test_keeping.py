from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from blog.models import NewsToSend, Subscriber
from blog.newsletter import keeping
from tests.blog.newsletter.people import appear, make_subscriber
from tests.conftest import NOON

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


@pytest.mark.parametrize(("state", "kept"), [({}, 1), ({"done_at": NOON}, 0)])
def test_what_is_closed_and_untold_is_news_when_it_is_opened(newsroom, clock, state, kept):
    PageViewRestriction.objects.create(page=appear(newsroom), restriction_type="login")
    NewsToSend.objects.update(**state)

    clock.shift(timedelta(days=30))
    keeping.forget_old()

    assert NewsToSend.objects.count() == kept
