from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from blog.models import NewsToSend, Subscriber
from tests.pages import Newsroom, make_campaign, make_newsroom, make_post

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def make_subscriber(newsroom: Newsroom, nonce: str = "a", **fields: object) -> Subscriber:
    fields = {"email": "ana@example.org", "asked_at": NOW} | fields
    return Subscriber.objects.create(locale=newsroom.index.locale, nonce=nonce, **fields)


def test_only_who_said_yes_is_written_to(newsroom: Newsroom) -> None:
    make_subscriber(newsroom, email="bo@example.org")
    ana = make_subscriber(newsroom, "b", confirmed_at=NOW)

    assert list(Subscriber.objects.confirmed()) == [ana]


def test_who_never_answered_is_known_by_when_they_were_asked(newsroom: Newsroom) -> None:
    silent = make_subscriber(newsroom)
    make_subscriber(newsroom, "b", email="bo@example.org", confirmed_at=NOW)

    assert list(Subscriber.objects.never_confirmed(NOW + timedelta(days=7))) == [silent]
    assert not Subscriber.objects.never_confirmed(NOW).exists()


def test_address_follows_an_edition_and_each_campaign_once(newsroom: Newsroom) -> None:
    campaign = make_campaign(newsroom)
    make_subscriber(newsroom)
    make_subscriber(newsroom, "b", campaign=campaign)

    for fields in ({}, {"campaign": campaign}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_subscriber(newsroom, "c", **fields)


@pytest.mark.parametrize(
    "fields", [{"frequency": "hourly"}, {"confirmed_at": NOW - timedelta(seconds=1)}]
)
def test_impossible_subscriber_is_refused(fields: dict[str, object], newsroom: Newsroom) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_subscriber(newsroom, **fields)


def test_rows_name_nobody(newsroom: Newsroom) -> None:
    subscriber, post = make_subscriber(newsroom), make_post(newsroom)

    assert str(subscriber) == f"subscriber {subscriber.pk}"
    assert str(NewsToSend(post=post)) == f"news of post {post.pk}"
