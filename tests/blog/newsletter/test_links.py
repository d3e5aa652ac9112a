import pytest
from django.core import signing

from blog.newsletter import links
from blog.newsletter.links import Purpose
from tests.blog.newsletter.people import ADDRESS, make_subscriber

pytestmark = pytest.mark.django_db


def signed(url):
    return url.rstrip("/").rpartition("/")[2]


@pytest.fixture
def subscriber(newsroom):
    return make_subscriber(newsroom)


def test_each_link_is_for_one_purpose_and_one_row(subscriber):
    confirm, manage = (
        links.read(signed(make(subscriber))) for make in (links.confirm_url, links.manage_url)
    )

    assert (confirm.purpose, manage.purpose) == (Purpose.CONFIRM, Purpose.MANAGE)
    assert confirm.subscriber() == manage.subscriber() == subscriber


def test_no_address_is_in_a_link_and_the_host_is_ours(subscriber):
    url = links.manage_url(subscriber)

    assert url.startswith("http://127.0.0.1:8000/subscribe/mail/")
    assert b"ana" not in signing.b64_decode(signed(url).split(":")[0].encode()) + url.encode()
    assert ADDRESS not in url


def test_links_of_others_open_nothing(newsroom, subscriber):
    other = make_subscriber(newsroom, email="other@example.org")
    row = [other.pk, subscriber.nonce]
    swapped = links.read(signing.dumps(row, salt="blog.newsletter.manage"))
    assert swapped.subscriber() is None

    own = signed(links.manage_url(subscriber))
    for forged in (
        signing.dumps([other.pk, other.nonce], salt="comments.notifications.manage"),
        signing.dumps([other.pk, other.nonce], salt="blog.newsletter.manage", key="guessed"),
        own[:-1],
        own.swapcase(),
    ):
        assert links.read(forged) is None


def test_a_link_dies_with_its_row_even_if_the_number_comes_back(newsroom, subscriber):
    own = signed(links.manage_url(subscriber))
    number = subscriber.pk
    subscriber.delete()
    make_subscriber(newsroom, pk=number, email="other@example.org")

    assert links.read(own).subscriber() is None


def test_links_in_mailboxes_outlive_a_new_secret_key(subscriber, settings):
    own = signed(links.manage_url(subscriber))
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new one"

    assert links.read(own).subscriber() == subscriber
