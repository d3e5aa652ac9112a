from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import Error

from comments.models import Frequency, Subscription, Topic
from comments.notifications import Wish, ask, subscribe, subscribing
from operations import limits
from operations.models import OutboxMail
from tests.comments.factories import make_comment
from tests.comments.notifications.people import ADDRESS, make_subscription, posted
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db


def follow(page, email=ADDRESS, sender_key="one", **fields):
    subscribe(Wish(email=email, topic=Topic.PAGE, page=page, **fields), sender_key=sender_key)


def test_a_wish_is_written_down_unconfirmed_and_its_address_asked_once(post):
    follow(post, "Ana@EXAMPLE.org", frequency=Frequency.DAILY)
    subscription = Subscription.objects.get()
    assert (subscription.email, subscription.frequency) == ("Ana@example.org", Frequency.DAILY)
    assert subscription.confirmed_at is None
    [mail] = posted()
    assert mail.recipient == "Ana@example.org"


def test_mail_speaks_the_language_of_the_page(newsroom):
    follow(make_post(make_translation(newsroom)))
    assert Subscription.objects.get().language == "es"


def test_asking_for_the_same_again_is_no_error_and_no_second_row(post):
    follow(post)
    follow(post, frequency=Frequency.DAILY)
    assert Subscription.objects.get().frequency == Frequency.DAILY


def test_a_wish_that_is_confirmed_stays_as_it_is_and_nobody_is_asked(post):
    make_subscription(post)
    follow(post, frequency=Frequency.DAILY)
    subscription = Subscription.objects.get()
    assert subscription.confirmed_at
    assert subscription.frequency == Frequency.AT_ONCE
    assert posted() == []


def test_asking_again_on_the_next_day_brings_a_new_mail_and_three_new_days(post, clock):
    follow(post)
    clock.shift(timedelta(days=1, seconds=1))
    follow(post)
    assert len(posted()) == 2
    assert Subscription.objects.get().created_at == posted()[1].created_at


def test_an_address_is_asked_once_a_day_however_it_is_written_and_whoever_types_it(newsroom):
    for number in range(9):
        page = make_post(newsroom, f"Post {number}")
        follow(page, f"An.a+{number}@example.org", sender_key=f"sender {number}")
    assert len(posted()) == 1
    assert Subscription.objects.count() == 9


def test_a_sender_gets_three_wishes_an_hour_and_uses_up_nobody_elses(post, clock):
    for number in range(9):
        follow(post, f"reader{number}@example.org")
    assert len(posted()) == Subscription.objects.count() == 3
    follow(post, "reader8@example.org", sender_key="two")
    assert len(posted()) == 4
    clock.shift(timedelta(hours=1, seconds=1))
    follow(post, "reader9@example.org")
    assert len(posted()) == 5


def test_senders_whom_nobody_can_tell_count_as_one(post):
    for number in range(9):
        follow(post, f"reader{number}@example.org", sender_key="")
    assert len(posted()) == 3


def test_what_cannot_be_counted_sends_nothing_and_breaks_nothing(post, monkeypatch):
    def fail(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", fail)
    follow(post)
    assert posted() == []
    assert not Subscription.objects.exists()


def test_without_a_mail_server_nothing_is_asked_or_kept(post, settings):
    settings.HAS_MAIL = False
    follow(post)
    assert not Subscription.objects.exists()


def test_what_is_no_address_is_refused(post):
    with pytest.raises(ValidationError):
        follow(post, "ana")


@pytest.mark.parametrize("wish", [Topic.DECISION, Topic.REPLIES])
def test_the_form_of_a_comment_asks_about_that_comment(post, wish):
    comment = make_comment(post)
    ask(comment, email=ADDRESS, wish=wish, sender_key="one")
    subscription = Subscription.objects.get()
    assert (subscription.topic, subscription.comment) == (wish, comment)


def test_the_form_of_a_comment_can_ask_about_its_page(post):
    ask(make_comment(post), email=ADDRESS, wish=Topic.PAGE, sender_key="one")
    assert Subscription.objects.get().comment is None


@pytest.mark.parametrize(
    ("email", "wish"), [(ADDRESS, ""), ("", Topic.REPLIES), (ADDRESS, "everything")]
)
def test_who_asks_for_nothing_that_is_offered_gets_nothing(post, email, wish):
    ask(make_comment(post), email=email, wish=wish, sender_key="one")
    assert not Subscription.objects.exists()


def test_every_topic_can_be_asked_for(post):
    for number, wish in enumerate(Topic):
        ask(make_comment(post), email=f"a{number}@x.org", wish=wish, sender_key=f"{number}")
    assert Subscription.objects.count() == len(Topic)


@pytest.mark.parametrize("problem", [Error, ValidationError("no address")])
def test_what_fails_takes_no_comment_back(post, monkeypatch, caplog, problem):
    def fail(*_args, **_kwargs):
        raise problem

    monkeypatch.setattr(subscribing, "subscribe", fail)
    ask(make_comment(post), email=ADDRESS, wish=Topic.REPLIES, sender_key="one")
    assert "was lost" in caplog.text
    assert ADDRESS not in caplog.text


def test_wish_and_mail_are_one_transaction(post, monkeypatch):
    def fail(_mail):
        raise RuntimeError

    monkeypatch.setattr(subscribing.outbox, "post", fail)
    with pytest.raises(RuntimeError):
        follow(post)
    assert not Subscription.objects.exists()
    assert not OutboxMail.objects.exists()


def test_a_wish_shows_no_address_when_it_is_logged(post):
    assert ADDRESS not in repr(Wish(email=ADDRESS, topic=Topic.PAGE, page=post))
