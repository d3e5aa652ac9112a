"""Nobody's mailbox is filled, and nothing is told, by typing an address into the form."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import subscribing
from blog.newsletter.subscribing import Wish, subscribe
from operations.models import OutboxMail
from tests.blog.newsletter.people import ADDRESS, make_subscriber
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(newsroom):
    def _ask(email=ADDRESS, *, sender_key="a", newsroom=newsroom, **fields):
        locale = newsroom.index.locale
        subscribe(Wish(email=email, locale=locale, **fields), sender_key=sender_key)

    return _ask


def subjects():
    return list(OutboxMail.objects.order_by("pk").values_list("subject", flat=True))


def test_a_wish_is_written_down_and_asked_about(ask, clock):
    ask(" ana@EXAMPLE.org ", frequency=NewsFrequency.WEEKLY)

    row = Subscriber.objects.get()
    assert (row.email, row.frequency, row.confirmed_at) == (ADDRESS, NewsFrequency.WEEKLY, None)
    assert subjects() == ["Please confirm that you want news by e-mail"]


def test_a_hundred_wishes_with_one_mailbox_bring_one_mail(ask):
    for number in range(100):
        ask(f"vic.tim+{number}@example.org", sender_key=f"{number}")

    assert len(subjects()) == 1


def test_a_hundred_wishes_of_one_sender_bring_ten_mails(ask):
    for number in range(100):
        ask(f"victim{number}@example.org")

    assert len(subjects()) == Subscriber.objects.count() == 10


def test_senders_that_nobody_can_tell_apart_count_as_one(ask):
    for number in range(20):
        ask(f"victim{number}@example.org", sender_key="")

    assert len(subjects()) == 10


def test_the_site_asks_so_many_strangers_an_hour_and_no_more(ask, monkeypatch):
    monkeypatch.setattr(subscribing, "QUESTIONS_OF_THE_SITE", (3, timedelta(hours=1)))
    for number in range(5):
        ask(f"victim{number}@example.org", sender_key=f"{number}")

    assert len(subjects()) == 3


def test_the_next_day_it_may_be_asked_again(ask, clock):
    ask()
    clock.shift(timedelta(days=1, seconds=1))
    ask(frequency=NewsFrequency.DAILY)

    row = Subscriber.objects.get()
    assert (len(subjects()), row.frequency) == (2, NewsFrequency.DAILY)


def test_who_has_confirmed_gets_a_way_in_and_stays_as_they_are(ask, newsroom):
    make_subscriber(newsroom)

    ask(frequency=NewsFrequency.WEEKLY)

    row = Subscriber.objects.get()
    assert (row.frequency, row.confirmed_at is None) == (NewsFrequency.EACH, False)
    assert subjects() == ["You get our news already"]


def test_an_address_may_follow_editions_and_campaigns(ask, newsroom):
    spanish, campaign = make_translation(newsroom), make_campaign(newsroom)

    ask()
    ask(newsroom=spanish)
    ask(campaign=campaign)
    ask(campaign=campaign)

    assert Subscriber.objects.count() == 3


def test_what_is_no_address_is_refused(ask):
    with pytest.raises(ValidationError):
        ask("ana")


def test_without_a_mail_server_nothing_is_kept(ask, settings):
    settings.HAS_MAIL = False

    ask()

    assert not Subscriber.objects.exists()
