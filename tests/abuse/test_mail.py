"""What is done to mail: hostile words, floods, links of others, somebody else's address."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.urls import reverse

from comments import receipts
from comments.models import Frequency, Subscription, Topic
from comments.notifications import dispatch_due, links
from comments.notifications.links import Purpose
from comments.states import Action, CommentStatus
from operations import outbox
from operations.models import OutboxMail
from tests.comments.factories import make_comment
from tests.comments.notifications.people import (
    happen,
    hold_by_itself,
    make_moderator,
    make_subscription,
    publish_by_itself,
)
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send
from tests.pages import make_post

pytestmark = pytest.mark.django_db

HOSTILE = (
    "<img src=https://evil.example/pixel.png onerror=alert(1)>",
    "[free money](https://evil.example/)",
    "Ana\r\nBcc: everybody@example.org",
    "=?utf-8?q?=0d=0aBcc:_everybody=40example.org?=",
    "</html><script src=//evil.example></script>",
)
VICTIM = "victim@example.org"
REMOTE = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}


def dispatched():
    """Every message that went out, as the bytes that left."""
    dispatch_due()
    outbox.send_due()
    return [message.message() for message in mail.outbox]


def path(url):
    return url.removeprefix("http://127.0.0.1:8000")


def signed(url):
    return url.rstrip("/").rpartition("/")[2]


# 26: content injection in mail


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_anybody_wrote_is_in_any_mail(client, newsroom, hostile, clock):
    title = hostile.replace("\r\n", " ")
    post = make_post(newsroom, title, slug="hostile")
    answered = make_comment(post, hostile, author_name=hostile[:60])
    make_subscription(post, email="follower@example.org")
    make_subscription(post, Topic.REPLIES, comment=answered, email="writer@example.org")
    make_moderator()
    publish_by_itself(post, body=hostile, author_name=hostile[:60], parent=answered)
    secret = receipts.secret_for("key-of-one-form")
    held = hold_by_itself(
        post,
        body=hostile,
        author_name=hostile[:60],
        submission_key="key-of-one-form",
        receipt_digest=receipts.digest(secret),
    )
    make_subscription(post, Topic.DECISION, comment=held, email="held@example.org")
    client.post(
        reverse("comments:follow", args=[post.pk]),
        {"email": VICTIM, "frequency": Frequency.AT_ONCE, "name": hostile},
        headers=OWN_ORIGIN,
    )
    messages = dispatched()
    assert len(messages) == 4
    clock.shift(timedelta(hours=1))
    happen(held, Action.TRASH, CommentStatus.TRASHED, actor=make_moderator("judge"))
    clock.shift(timedelta(hours=1))
    messages = dispatched()
    assert len(messages) == 5
    for message in messages:
        assert message.get_content_type() == "text/plain"
        assert message["Bcc"] is None
        everything = message.as_string() + message.get_payload(decode=True).decode()
        for word in ("evil", "money", "everybody", "alert", "Ana", "Bcc", title):
            assert word not in everything
        hosts = re.findall(r"https?://([^/\s>]+)", everything)
        assert set(hosts) == {"127.0.0.1:8000"}


@pytest.mark.parametrize("email", ["ana@example.org\r\nBcc: x@evil.example", "a@x.org,b@x.org"])
def test_an_address_cannot_bring_headers_or_recipients_along(client, post, email):
    follow = reverse("comments:follow", args=[post.pk])
    sent = {"email": email, "frequency": Frequency.AT_ONCE}
    assert client.post(follow, sent, headers=OWN_ORIGIN).status_code == 422
    assert dispatched() == []


def test_a_host_header_does_not_get_into_a_mail(client, post, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(
        reverse("comments:follow", args=[post.pk]),
        {"email": VICTIM, "frequency": Frequency.AT_ONCE},
        headers={"Sec-Fetch-Site": "same-origin", "Host": "evil.example"},
    )
    [message] = dispatched()
    assert "evil" not in message.as_string()


# 34: what looks into mails follows links


def test_no_link_of_any_mail_changes_anything_by_being_opened(client, post, clock):
    make_moderator()
    make_subscription(post, email="follower@example.org")
    make_subscription(post, email="new@example.org", confirmed_at=None)
    publish_by_itself(post)
    hold_by_itself(post)
    dispatched()
    urls = {url for row in OutboxMail.objects.all() for url in re.findall(r"http\S+", row.text)}
    before = list(Subscription.objects.order_by("pk").values())
    for url in urls:
        client.get(path(url))
        client.head(path(url))
    assert list(Subscription.objects.order_by("pk").values()) == before
    assert len(urls) == 4


# 35: links of others


def test_swapping_rows_purposes_and_salts_opens_nothing(client, newsroom, post):
    mine = make_subscription(post, email="mine@example.org", confirmed_at=None)
    theirs = make_subscription(post, email=VICTIM, confirmed_at=None)
    own = signed(links.manage_url(mine))
    signature = own.split(":", 1)[1]
    theirs_as_json = f'[{theirs.pk},"{theirs.nonce}"]'
    forged = [
        signing.dumps([theirs.pk, mine.nonce], salt=f"comments.notifications.{Purpose.MANAGE}"),
        signing.dumps([theirs.pk, theirs.nonce], salt="comments.form"),
        signing.dumps([theirs.pk, theirs.nonce], key="guessed"),
        f"{signing.b64_encode(theirs_as_json.encode()).decode()}:{signature}",
        own[:-1],
        own.swapcase(),
    ]
    answers = set()
    for token in forged[1:]:
        answer = client.post(f"/comments/notices/{token}/", {"wanted": "stop_everything"})
        answers.add((answer.status_code, answer.content))
    assert {status for status, _content in answers} == {404}
    assert len(answers) == 1
    client.post(f"/comments/notices/{forged[0]}/", {"wanted": "stop_everything"})
    assert Subscription.objects.filter(confirmed_at=None).count() == 2


def test_a_way_out_does_not_confirm_and_a_confirmation_does_not_end(client, post):
    wish = make_subscription(post, confirmed_at=None)
    client.post(links.manage_path(wish), {"wanted": "confirm"}, headers=OWN_ORIGIN)
    assert Subscription.objects.get().confirmed_at is None
    confirm = path(links.confirm_url(wish))
    client.post(confirm, {"wanted": "stop_everything"}, headers=OWN_ORIGIN)
    assert Subscription.objects.get().confirmed_at


def test_who_ends_everything_ends_nothing_of_another_address(client, post):
    mine = make_subscription(post, email="mine@example.org")
    theirs = make_subscription(post, email=VICTIM)
    client.post(links.manage_path(mine), {"wanted": "stop_everything"}, headers=OWN_ORIGIN)
    assert list(Subscription.objects.all()) == [theirs]


def test_a_moderators_link_does_not_act_on_a_reader_of_the_same_number(client, post):
    moderator = make_moderator()
    reader = make_subscription(post, pk=moderator.pk)
    client.post(path(links.moderator_url(moderator)), {"wanted": "stop"}, headers=OWN_ORIGIN)
    assert Subscription.objects.filter(pk=reader.pk).exists()


def test_no_address_is_in_any_address_of_a_page(client, post):
    subscription = make_subscription(post, email=VICTIM)
    for url in (links.manage_url(subscription), links.confirm_url(subscription)):
        content = signing.b64_decode(signed(url).split(":")[0].encode())
        assert b"victim" not in content + url.encode()


# 36: another secret key


def test_links_in_mailboxes_outlive_a_new_secret_key(client, post, settings):
    follows = make_subscription(post)
    confirm = path(links.confirm_url(make_subscription(post, email=VICTIM, confirmed_at=None)))
    manage = links.manage_path(follows)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new one"
    assert client.post(confirm, headers=OWN_ORIGIN).status_code == 303
    assert Subscription.objects.get(email=VICTIM).confirmed_at
    client.post(manage, {"List-Unsubscribe": "One-Click"}, headers=REMOTE)
    assert not Subscription.objects.filter(pk=follows.pk).exists()


# 37: somebody else's address


def test_a_hundred_wishes_with_one_address_bring_one_mail(client, newsroom, post):
    pages = [make_post(newsroom, f"Post {number}") for number in range(4)]
    answers = set()
    for number in range(100):
        answer = client.post(
            reverse("comments:follow", args=[pages[number % 4].pk]),
            {"email": f"vic.tim+{number}@example.org", "frequency": Frequency.AT_ONCE},
            headers=OWN_ORIGIN,
            REMOTE_ADDR=f"192.0.2.{number}",
        )
        answers.add(answer.status_code)
    assert answers == {303}
    assert len(dispatched()) == 1


def test_a_hundred_wishes_of_one_sender_bring_three_mails(client, post):
    for number in range(100):
        client.post(
            reverse("comments:follow", args=[post.pk]),
            {"email": f"victim{number}@example.org", "frequency": Frequency.AT_ONCE},
            headers=OWN_ORIGIN,
        )
    assert len(dispatched()) == 3
    assert Subscription.objects.count() == 3


def test_who_never_confirmed_gets_nothing_but_that_question(client, post, clock):
    client.post(
        reverse("comments:follow", args=[post.pk]),
        {"email": VICTIM, "frequency": Frequency.AT_ONCE},
        headers=OWN_ORIGIN,
    )
    for _hour in range(80):
        publish_by_itself(post)
        clock.shift(timedelta(hours=1))
        dispatch_due()
    assert len(dispatched()) == 1


# 38, and floods of answers


def test_a_thousand_held_comments_bring_a_moderator_some_mails(post, clock):
    make_moderator()
    for number in range(1_000):
        hold_by_itself(post)
        if number % 6 == 0:
            dispatch_due()
        clock.shift(timedelta(seconds=10))
    assert len(dispatched()) == 3  # in two hours and three quarters
    assert [int(message["Subject"].split()[0]) for message in dispatched()] == [1, 361, 721]


def test_a_raid_of_five_hundred_answers_brings_a_reader_a_handful_of_mails(post, clock):
    asked = make_comment(post)
    make_subscription(post, Topic.REPLIES, comment=asked)
    for number in range(500):
        publish_by_itself(post, parent=asked)
        if number % 4 == 0:
            dispatch_due()
        clock.shift(timedelta(seconds=30))
    assert len(dispatched()) == 5  # in four hours


def test_a_comment_by_mail_or_an_answering_machine_makes_no_loop(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    [message] = dispatched()
    assert message["Auto-Submitted"] == "auto-generated"


# Mail about what is not public


def test_binned_and_held_comments_are_told_to_no_follower(client, newsroom, post, clock):
    make_subscription(post)
    send(client, post)
    send(client, post, body="payday loan https://a.example https://b.example https://c.example")
    assert dispatched() == []


def test_who_comments_is_told_at_once_where_comments_appear_at_once(client, newsroom, post):
    publish_what_is_clean(newsroom)
    make_subscription(post, email="follower@example.org")
    send(client, post)
    [message] = dispatched()
    assert message["To"] == "follower@example.org"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
