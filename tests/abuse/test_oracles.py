"""What an answer tells of the block list, of known addresses and of the filter: nothing (44)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from comments import blocks
from comments.blocks import Entry
from comments.models import BlockKind, Comment, SenderKey
from comments.models.block import UNREADABLE
from comments.scrutiny import CHECKS
from comments.spam import Sign
from comments.spam.assess import FILTERS
from comments.states import CommentStatus, Reason
from comments.views.wording import WHY_HELD
from tests.comments.factories import make_user
from tests.comments.notifications.people import make_subscription
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send

pytestmark = pytest.mark.django_db

REASON = "unmentionable-reason"
# What a rule says of itself; words that an honest page may have, too, are left out.
RULES = (
    {function.__name__ for function in (*FILTERS, *CHECKS)}
    | {sign.value for sign in Sign if "_" in sign.value}
    | {"honeypot", "spam filter", "score", REASON, "block list", "blocked"}
)


def block(kind, typed):
    entry = Entry(kind, blocks.value_of(kind, typed), "" if kind in UNREADABLE else typed, REASON)
    blocks.add(
        entry,
        expires_at=timezone.now() + timedelta(hours=1),
        user=make_user(f"moderator of {kind}"),
    )


def sent_and_read(client, post, **fields):
    """The status, the receipt's page and their headers, without what is different each time."""
    fields = {"name": "Berenice"} | fields
    answer = send(client, post, **fields)
    receipt = client.get(answer.url)
    comment = Comment.objects.latest("created_at")
    html = receipt.content.decode()
    for word in (fields.get("body"), fields.get("name"), fields.get("website")):
        html = html.replace(word, "WORDS") if word else html
    html = re.sub(r"[0-9a-f]{64}|<time.*?</time>|<svg.*?</svg>", "", html, flags=re.DOTALL)
    html = re.sub(r"<p>WORDS</p>|WORDS", "WORDS", html)
    headers = {name: value for name, value in receipt.headers.items() if name != "Content-Length"}
    return comment, (answer.status_code, answer.url[:18], receipt.status_code, html, str(headers))


SPAM = "Please subscribe to my channel and check out my new video."
HELD_FOR_ITSELF = {
    "phrase": {"body": "The secret phrase of ours."},
    "name": {"name": "Unwelcome"},
    "email": {"email": "known@example.org", "notify": "replies"},
    "filter": {"body": SPAM},
    "honeypot": {"fax_number": "555"},
    "copy": {"body": "I will come."},
    "two signs": {"fax_number": "555", "body": SPAM},
    "staff": {"name": "Moderator"},
}


@pytest.fixture
def watched(client, newsroom, post):
    """A newsroom where clean comments show at once, and a list with an entry of each kind."""
    publish_what_is_clean(newsroom)
    block(BlockKind.PHRASE, "secret phrase")
    block(BlockKind.NAME, "Unwelcome")
    block(BlockKind.EMAIL, "known@example.org")
    send(client, post)
    client.defaults["REMOTE_ADDR"] = "198.51.100.1"


@pytest.mark.parametrize("kind", HELD_FOR_ITSELF)
def test_no_answer_tells_which_rule_held_a_comment(client, newsroom, post, watched, kind):
    fields = {"body": "Nothing of the kind."} | HELD_FOR_ITSELF[kind]
    comment, told = sent_and_read(client, post, **fields)
    assert comment.status in (CommentStatus.PENDING, CommentStatus.SPAM)
    _status, _place, _read, html, headers = told
    for rule in RULES:
        assert rule not in html.lower()
        assert rule not in headers.lower()


def test_all_rules_answer_alike(client, newsroom, post, watched):
    """But for the fields that were sent, and a link, which a reader may know of."""
    answers = {}
    for kind, own in HELD_FOR_ITSELF.items():
        _comment, told = sent_and_read(client, post, **({"body": f"About {kind}."} | own))
        answers.setdefault(told, []).append(kind)
    assert len(answers) == 1, list(answers.values())


def test_the_network_on_the_list_is_answered_like_the_rest(client, newsroom, post, watched):
    client.defaults["REMOTE_ADDR"] = "198.51.100.66"
    _first, expected = sent_and_read(client, post, body=SPAM)
    key = SenderKey.objects.latest("comment__created_at").key
    block(BlockKind.SENDER, key)
    comment, told = sent_and_read(client, post, body="Nothing of the kind.")
    assert "blocked" in {item["sign"] for item in comment.evidence}
    assert told == expected


def test_a_known_address_is_answered_like_an_unknown_one(client, newsroom, post):
    make_subscription(post, email="known@example.org")
    answers = [
        sent_and_read(client, post, body=f"Comment {n}.", email=email, notify="replies")[1]
        for n, email in enumerate(("known@example.org", "unknown@example.org"))
    ]
    assert answers[0] == answers[1]


def test_following_answers_alike_for_known_and_unknown_addresses(client, post):
    make_subscription(post, email="known@example.org")
    path = f"/comments/{post.pk}/follow/"
    answers = set()
    for email in ("known@example.org", "unknown@example.org"):
        sent = {"email": email, "frequency": "at_once"}
        answer = client.post(path, sent, headers=OWN_ORIGIN)
        page = client.get(answer.url)
        answers.add((answer.status_code, answer.url, page.content))
        assert email.encode() not in page.content
    assert len(answers) == 1


def test_only_general_reasons_are_ever_told():
    assert set(WHY_HELD) == {
        Reason.FIRST_COMMENT,
        Reason.LINKS,
        Reason.PERSONAL_DATA,
        Reason.CHECKS,
    }
    for sentence in WHY_HELD.values():
        assert not [rule for rule in RULES if rule in str(sentence).lower()]


@pytest.mark.parametrize("word", ["casino", "viagra", "subscribe"])
def test_the_form_that_comes_back_says_nothing_of_words(client, post, watched, word):
    answer = send(client, post, name="", body=f"A cheap {word} here. The secret phrase.")
    # Every page has that link at its foot.
    html = answer.content.decode().replace('href="/subscribe/"', "")
    assert answer.status_code == 422
    assert html.count(word) == html.count(f"A cheap {word} here") >= 1
    assert not [rule for rule in RULES if rule in html.lower()]


def test_the_time_of_a_block_is_not_told(client, post, watched):
    comment, told = sent_and_read(client, post, name="Unwelcome", body="Hello there.")
    assert comment.created_at <= timezone.now()
    assert "expire" not in told[3].lower()
