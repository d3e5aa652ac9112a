"""Who counts as one sender, seen from outside: forged headers and many spellings (14, 15)."""

import pytest

from comments.models import Comment, SenderKey
from comments.pace import SENDER_IS_HELD_AFTER, SENDER_IS_REFUSED_AFTER
from comments.states import CommentStatus
from operations.client_address import TrustedProxies
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send
from tests.pages import make_post
from tests.sayings import saying

pytestmark = pytest.mark.django_db

STRANGER, PROXY = "203.0.113.9", "10.0.0.1"


@pytest.fixture
def proxies(settings):
    settings.TRUSTED_PROXIES = TrustedProxies.parse("10.0.0.0/8, 2001:db8:f::/48")


def send_from(client, page, peer, forwarded=None, **fields):
    headers = OWN_ORIGIN | ({"X-Forwarded-For": forwarded} if forwarded is not None else {})
    client.defaults["REMOTE_ADDR"] = peer
    number = Comment.objects.count()
    return send(client, page, headers=headers, body=saying(number), **fields)


def key_of(client, page, peer, forwarded=None):
    """The key that the comment of such a request is stored with."""
    before = set(SenderKey.objects.values_list("comment_id", flat=True))
    assert send_from(client, page, peer, forwarded).status_code == 303
    return SenderKey.objects.exclude(comment_id__in=before).get().key


# 14: X-Forwarded-For


@pytest.mark.parametrize("forwarded", ["198.51.100.7", "127.0.0.1", "10.0.0.2", "garbage", ""])
def test_by_default_no_header_changes_who_sends(client, post, forwarded):
    assert key_of(client, post, PROXY, forwarded) == key_of(client, post, PROXY)


@pytest.mark.parametrize("forwarded", ["198.51.100.7", "10.0.0.2", "198.51.100.7, 10.0.0.2"])
def test_a_stranger_who_writes_the_proxys_header_is_still_that_stranger(
    client, post, proxies, forwarded
):
    assert key_of(client, post, STRANGER, forwarded) == key_of(client, post, STRANGER)


@pytest.mark.parametrize(
    "forwarded",
    [
        "203.0.113.9",
        "6.6.6.6, 203.0.113.9",
        "6.6.6.6,203.0.113.9,10.0.0.7",
        "203.0.113.9:50443",
        "::ffff:203.0.113.9",
        "[::FFFF:cb00:7109]:50443, 2001:db8:f::1",
        "garbage, 203.0.113.9",
    ],
)
def test_behind_a_proxy_the_right_most_address_that_is_not_ours_sends(
    client, post, proxies, forwarded
):
    assert key_of(client, post, PROXY, forwarded) == key_of(client, post, STRANGER)


@pytest.mark.parametrize("forwarded", ["203.0.113.9, unknown", "203.0.113.9, for=1.2.3.4", ""])
def test_behind_garbage_nobody_is_believed_and_all_unknown_senders_are_one(
    client, post, proxies, forwarded
):
    unknown = key_of(client, post, PROXY, forwarded)
    assert unknown == key_of(client, post, PROXY, "6.6.6.6, _hidden")
    assert unknown != key_of(client, post, STRANGER)


def test_the_header_forwarded_is_not_read(client, post, proxies):
    client.defaults["HTTP_FORWARDED"] = f"for={STRANGER}"
    assert key_of(client, post, PROXY) != key_of(client, post, STRANGER)


def test_a_forged_header_gives_no_second_room_to_a_flood(client, newsroom, post):
    publish_what_is_clean(newsroom)
    for number in range(SENDER_IS_HELD_AFTER + 5):
        send_from(client, post, STRANGER, f"198.51.100.{number}")
    assert Comment.objects.published().count() == SENDER_IS_HELD_AFTER


# 15: one sender, many addresses


def test_two_hundred_posts_from_one_ipv6_network_are_stopped_and_the_next_is_not(client, post):
    answers = [
        send_from(client, post, f"2001:db8:1:2:{number:x}::{number:x}").status_code
        for number in range(200)
    ]
    assert answers == [303] * SENDER_IS_REFUSED_AFTER + [429] * (200 - SENDER_IS_REFUSED_AFTER)
    assert Comment.objects.count() == SENDER_IS_REFUSED_AFTER
    assert send_from(client, post, "2001:db8:1:3::1").status_code == 303


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.2.3.4", "::ffff:1.2.3.4"),
        ("1.2.3.4", "::FFFF:0102:0304"),
        ("1.2.3.4", " 1.2.3.4 "),
        ("2001:db8:1:2::1", "2001:DB8:1:2:0:0:0:1"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"),
        ("2001:db8:1:2::1", "2001:db8:1:2::1%eth0"),
    ],
)
def test_two_spellings_and_two_addresses_of_one_network_are_one_sender(client, post, one, other):
    assert key_of(client, post, one) == key_of(client, post, other)


@pytest.mark.parametrize(
    ("one", "other"), [("1.2.3.4", "1.2.3.5"), ("2001:db8:1:2::1", "2001:db8:1:3::1")]
)
def test_neighbours_are_two_senders(client, post, one, other):
    assert key_of(client, post, one) != key_of(client, post, other)


def test_a_page_has_a_number_of_its_own_whoever_sends(client, post, monkeypatch):
    monkeypatch.setattr("comments.pace.PAGE_IS_REFUSED_AFTER", 3)
    answers = [send_from(client, post, f"198.51.100.{n}").status_code for n in range(4)]
    assert answers == [303, 303, 303, 429]


def test_the_whole_site_has_one_too(client, newsroom, post, monkeypatch):
    monkeypatch.setattr("comments.pace.SITE_IS_REFUSED_AFTER", 2)
    pages = [post, make_post(newsroom, "Another"), make_post(newsroom, "A third")]
    answers = [send_from(client, page, f"198.51.100.{page.pk}").status_code for page in pages]
    assert answers == [303, 303, 429]


def test_the_address_is_nowhere_in_what_is_stored(client, post):
    send_from(client, post, STRANGER)
    assert STRANGER not in str([*Comment.objects.values(), *SenderKey.objects.values()])
    assert Comment.objects.get().status == CommentStatus.PENDING
