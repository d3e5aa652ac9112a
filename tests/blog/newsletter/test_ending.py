from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import ending, mails, sending
from operations import outbox
from tests.blog.newsletter.people import appear, make_subscriber, posted
from tests.pages import make_campaign

pytestmark = pytest.mark.django_db


def test_a_wish_ends_with_its_address(newsroom):
    subscriber = make_subscriber(newsroom)

    ending.stop(subscriber)
    ending.stop(subscriber)

    assert not Subscriber.objects.exists()


def test_all_wishes_of_an_address_end_together(newsroom):
    make_subscriber(newsroom)
    make_subscriber(newsroom, campaign=make_campaign(newsroom))
    other = make_subscriber(newsroom, email="other@example.org")

    assert ending.stop_everything("ANA@example.org") == 2
    assert list(Subscriber.objects.all()) == [other]


@pytest.mark.parametrize("rhythms", [("each", "daily"), ("daily", "each"), ("weekly", "each")])
def test_who_changes_the_rhythm_gets_each_post_once(newsroom, clock, rhythms):
    first, then = rhythms
    subscriber = make_subscriber(newsroom, frequency=first)
    for title in ("One", "Two"):
        clock.shift(timedelta(minutes=10))
        appear(newsroom, title)
        sending.send_due()
    clock.shift(timedelta(minutes=1))

    ending.change_frequency(subscriber, then)
    for _hour in range(8 * 24):
        clock.shift(timedelta(hours=1))
        sending.send_due()

    told = " ".join(subject for _recipient, subject in posted())
    assert (told.count("One") - told.count("One new"), told.count("Two")) == (1, 1)
    assert Subscriber.objects.get().frequency == then


def test_who_never_confirmed_gets_nothing_by_changing_the_rhythm(newsroom, clock):
    subscriber = make_subscriber(newsroom, frequency="daily", confirmed_at=None, told_until=None)
    clock.shift(60)
    appear(newsroom)
    clock.shift(timedelta(hours=1))

    ending.change_frequency(subscriber, NewsFrequency.EACH)

    assert (posted(), Subscriber.objects.get().frequency) == ([], NewsFrequency.EACH)


def test_the_rhythm_of_what_has_ended_is_nobodys(newsroom):
    subscriber = make_subscriber(newsroom)
    ending.stop(subscriber)

    ending.change_frequency(subscriber, NewsFrequency.DAILY)

    assert not Subscriber.objects.exists()


def wait_for_mail(clock):
    """A post appears, and its mails wait for the mail server; so do those of the day before."""
    clock.shift(timedelta(minutes=10))
    sending.send_due()


def test_with_the_last_wish_goes_every_mail_that_waits(newsroom, clock):
    make_subscriber(newsroom)
    make_subscriber(newsroom, email="other@example.org")
    clock.shift(60)
    appear(newsroom, "The county votes")
    wait_for_mail(clock)

    ending.stop_everything("ANA@example.org")

    assert posted() == [("other@example.org", "The county votes")]


def test_with_one_wish_goes_its_own_mail(newsroom, clock):
    daily = make_subscriber(newsroom, frequency="daily")
    each = make_subscriber(newsroom, campaign=make_campaign(newsroom))
    clock.shift(60)
    appear(newsroom, "The county votes")
    clock.shift(timedelta(days=1))
    sending.send_due()
    outbox.post(mails.known_already(each, now=timezone.now()))
    assert len(posted()) == 2

    ending.stop(daily)

    assert [subject for _recipient, subject in posted()] == ["You get our news already"]


@pytest.mark.parametrize(("other", "waiting"), [("each", 1), ("daily", 0)])
def test_a_post_still_goes_to_an_address_that_wants_each_by_another_wish(
    newsroom, clock, other, waiting
):
    subscriber = make_subscriber(newsroom)
    make_subscriber(newsroom, campaign=make_campaign(newsroom), frequency=other)
    clock.shift(60)
    appear(newsroom)
    wait_for_mail(clock)

    ending.stop(subscriber)

    assert len(posted()) == waiting
