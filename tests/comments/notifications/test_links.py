from datetime import timedelta

import pytest
from django.core import signing

from comments.notifications import links
from comments.notifications.links import Purpose
from tests.comments.notifications.people import ADDRESS, make_moderator, make_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def subscription(post):
    return make_subscription(post)


def signed(url):
    return url.rstrip("/").rpartition("/")[2]


def test_a_link_leads_back_to_its_row_and_purpose(subscription):
    for url, purpose in (
        (links.confirm_url(subscription), Purpose.CONFIRM),
        (links.manage_url(subscription), Purpose.MANAGE),
    ):
        link = links.read(signed(url))
        assert (link.purpose, link.subscription(), link.moderator()) == (
            purpose,
            subscription,
            None,
        )


def test_a_moderators_link_leads_to_the_account_and_to_no_subscription(subscription):
    moderator = make_moderator()
    link = links.read(signed(links.moderator_url(moderator)))
    assert (link.subscription(), link.moderator()) == (None, moderator)


def test_a_link_is_absolute_under_the_newsrooms_own_address(subscription, settings):
    settings.SITE_URL = settings.SITE_URL._replace(scheme="https", netloc="news.example.org")
    assert links.confirm_url(subscription).startswith("https://news.example.org/comments/notices/")
    assert links.manage_path(subscription).startswith("/comments/notices/")


def test_no_link_holds_an_address(subscription):
    content = signing.b64_decode(signed(links.manage_url(subscription)).split(":")[0].encode())
    assert ADDRESS.encode() not in content
    assert b"ana" not in content


def test_a_confirmation_ends_after_three_days_and_the_way_out_never(subscription, clock):
    confirm, manage = links.confirm_url(subscription), links.manage_url(subscription)
    clock.shift(timedelta(days=3, seconds=-1))
    assert links.read(signed(confirm))
    clock.shift(timedelta(seconds=2))
    assert links.read(signed(confirm)) is None
    clock.shift(timedelta(days=4000))
    assert links.read(signed(manage))


def test_a_signature_of_one_purpose_is_none_of_another(subscription):
    content = [subscription.pk, subscription.nonce]
    for purpose in Purpose:
        forged = signing.dumps(content, salt=f"comments.notifications.{purpose}")
        assert links.read(forged).purpose == purpose
    assert links.read(signing.dumps(content, salt="comments.form")) is None
    assert links.read(signing.dumps(content)) is None


def test_a_link_of_a_row_that_is_gone_does_not_lead_to_the_next_one(subscription, post):
    link = links.read(signed(links.manage_url(subscription)))
    number = subscription.pk
    subscription.delete()
    make_subscription(post, pk=number)
    assert link.subscription() is None


@pytest.mark.parametrize("forged", ["", "x", "x:y:z", "a" * 5000, "\0", "é:ü:ß"])
def test_what_nobody_signed_leads_nowhere(forged):
    assert links.read(forged) is None


def test_links_outlive_a_new_secret_key(subscription, settings):
    old = signed(links.manage_url(subscription))
    old_key, settings.SECRET_KEY = settings.SECRET_KEY, "another one"
    assert links.read(old) is None
    settings.SECRET_KEY_FALLBACKS = [old_key]
    assert links.read(old).subscription() == subscription
