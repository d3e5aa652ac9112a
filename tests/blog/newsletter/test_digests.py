from datetime import UTC, datetime, timedelta

import pytest

from blog.models import NewsToSend, Subscriber
from blog.newsletter import digests, sending
from operations.models import OutboxMail
from tests.blog.newsletter.people import appear, make_subscriber, posted
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db

# NOON of `clock` is Wednesday the 4th of March 2026 in New York; summer time begins on the 8th.
THURSDAY = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)  # seven in the morning
FRIDAY = THURSDAY + timedelta(days=1)
MONDAY = datetime(2026, 3, 9, 11, 0, tzinfo=UTC)  # seven in the morning, too
SECOND = timedelta(seconds=1)


def at(clock, moment):
    clock.move_to(moment)
    sending.send_due()


def test_a_day_of_news_is_one_mail_in_the_morning(newsroom, clock):
    make_subscriber(newsroom, frequency="daily")
    for title in ("First", "Second"):
        clock.shift(60)
        appear(newsroom, title)

    at(clock, THURSDAY - SECOND)
    assert posted() == []
    for moment in (THURSDAY, THURSDAY + SECOND, THURSDAY + timedelta(hours=3), FRIDAY):
        at(clock, moment)

    assert posted() == [("ana@example.org", "2 new posts: First and more")]
    text = OutboxMail.objects.get().text
    assert text.index("First") < text.index("Second")


def test_a_week_of_news_is_one_mail_on_monday(newsroom, clock):
    make_subscriber(newsroom, frequency="weekly")
    clock.shift(60)
    appear(newsroom, "On Wednesday")
    for moment in (THURSDAY, FRIDAY):
        at(clock, moment)
    appear(newsroom, "On Friday")
    at(clock, MONDAY - SECOND)
    assert posted() == []

    for moment in (MONDAY, MONDAY + SECOND, MONDAY + timedelta(days=6)):
        at(clock, moment)

    assert posted() == [("ana@example.org", "2 new posts: On Wednesday and more")]


def test_a_morning_without_news_brings_no_mail_and_moves_on(newsroom, clock):
    subscriber = make_subscriber(newsroom, frequency="daily")

    at(clock, THURSDAY)

    subscriber.refresh_from_db()
    assert (posted(), subscriber.told_until) == ([], THURSDAY - timedelta(minutes=5))


def test_every_post_is_in_one_digest_and_in_one_only(newsroom, clock):
    make_subscriber(newsroom, frequency="daily")
    for moment in (-3, -2, 0, 1):
        clock.move_to(THURSDAY - timedelta(minutes=5) + timedelta(seconds=moment))
        appear(newsroom, f"At {moment}")
    for hour in range(30):
        at(clock, THURSDAY + timedelta(hours=hour))

    text = "".join(OutboxMail.objects.order_by("pk").values_list("text", flat=True))
    assert OutboxMail.objects.count() == 2
    assert [text.count(f"At {moment}\n") for moment in (-3, -2, 0, 1)] == [1, 1, 1, 1]


def test_what_was_taken_back_before_the_morning_is_told_to_nobody(newsroom, clock):
    make_subscriber(newsroom, frequency="daily")
    clock.shift(60)
    appear(newsroom).unpublish()

    at(clock, THURSDAY)

    assert posted() == []


def test_each_gets_what_it_follows(newsroom, clock):
    spanish, campaign = make_translation(newsroom), make_campaign(newsroom)
    make_subscriber(newsroom, frequency="daily")
    make_subscriber(spanish, frequency="daily", email="es@example.org")
    make_subscriber(newsroom, frequency="daily", email="bus@example.org", campaign=campaign)
    clock.shift(60)
    appear(newsroom, "All")
    appear(newsroom, "Bus", campaigns=[campaign])

    at(clock, THURSDAY)

    assert posted() == [
        ("ana@example.org", "2 new posts: All and more"),
        ("bus@example.org", "One new post: Bus"),
    ]


def test_one_post_is_in_one_digest_of_an_address_however_often_it_follows_it(newsroom, clock):
    campaign = make_campaign(newsroom)
    make_subscriber(newsroom, frequency="daily")
    make_subscriber(newsroom, frequency="daily", campaign=campaign)
    clock.shift(60)
    appear(newsroom, "Bus", campaigns=[campaign])

    at(clock, THURSDAY)

    assert posted() == [("ana@example.org", "One new post: Bus")]


def test_a_digest_waits_for_what_is_not_told_one_by_one_yet(newsroom, clock, monkeypatch):
    monkeypatch.setattr(sending, "BATCHES_A_RUN", 1)
    make_subscriber(newsroom, frequency="daily")
    make_subscriber(newsroom, email="each@example.org")
    clock.shift(60)
    appear(newsroom, "All")

    at(clock, THURSDAY)
    assert [recipient for recipient, _subject in posted()] == ["each@example.org"]
    sending.send_due()
    sending.send_due()

    assert [recipient for recipient, _subject in posted()] == [
        "each@example.org",
        "ana@example.org",
    ]


def test_many_are_told_in_batches_that_ask_alike(newsroom, clock, monkeypatch):
    monkeypatch.setattr(digests, "PEOPLE_A_BATCH", 2)
    for number in range(5):
        make_subscriber(newsroom, frequency="daily", email=f"reader{number}@example.org")
    clock.shift(60)
    appear(newsroom)

    at(clock, THURSDAY)

    assert len(posted()) == 5


def test_who_wants_each_post_from_now_on_gets_at_once_what_a_digest_would_have_told(
    newsroom, clock
):
    subscriber = make_subscriber(newsroom, frequency="daily")
    clock.shift(60)
    appear(newsroom, "Told")
    clock.shift(timedelta(minutes=10))
    NewsToSend.objects.update(done_at=digests.timezone.now())
    clock.shift(timedelta(minutes=10))

    digests.catch_up(subscriber, now=digests.timezone.now())
    subscriber.refresh_from_db()
    digests.catch_up(subscriber, now=digests.timezone.now())

    assert posted() == [("ana@example.org", "One new post: Told")]


def test_the_posts_of_a_digest_cost_the_same_however_many_they_are(
    newsroom, clock, django_assert_max_num_queries
):
    campaign = make_campaign(newsroom)
    follower = make_subscriber(newsroom, frequency="daily", campaign=campaign)
    for number in range(6):
        clock.shift(60)
        appear(newsroom, f"Post {number}", campaigns=[campaign])
    NewsToSend.objects.update(done_at=digests.timezone.now())
    clock.move_to(THURSDAY)

    with django_assert_max_num_queries(16):
        digests.send_due(THURSDAY)

    assert len(posted()) == 1
    assert Subscriber.objects.get(pk=follower.pk).told_until == THURSDAY - timedelta(minutes=5)
