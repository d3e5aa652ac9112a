"""Whatever goes wrong with the captcha holds a comment, loses none and publishes none."""

import pytest

from comments import conf, pace
from comments.models import Comment
from comments.spam import Sign
from comments.states import CommentStatus
from operations.limits import Allowance
from tests.comments.google import PASSED, says
from tests.comments.reader import publish_what_is_clean, send, slow_token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_newsroom(newsroom):
    publish_what_is_clean(newsroom)


def sent(client, post, **fields):
    answer = send(client, post, **fields)
    assert answer.status_code == 303
    comment = Comment.objects.get()
    return comment.status, [row["sign"] for row in comment.evidence]


def test_who_passed_it_is_published(client, post, google):
    assert sent(client, post, captcha="a-token") == (CommentStatus.PUBLISHED, [])


HELD = (CommentStatus.PENDING, [Sign.CAPTCHA])


def test_who_did_not_click_is_held(client, post, google):
    assert sent(client, post) == HELD


@pytest.mark.parametrize(
    "answer",
    [
        says({"success": False}),
        says(PASSED | {"hostname": "other.example"}),
        says(PASSED, status=500),
        says(b"garbage"),
    ],
    ids=["refused", "foreign", "broken", "garbage"],
)
def test_who_is_not_confirmed_is_held_with_the_reason(client, post, google, answer):
    google.answer = answer
    assert sent(client, post, captcha="a-token") == HELD


def test_a_score_that_is_too_low_holds(client, post, google, settings):
    settings.RECAPTCHA_VERSION = 3
    google.answer = says(PASSED | {"action": "comment", "score": 0.1})
    assert sent(client, post, captcha="a-token") == HELD


@pytest.mark.parametrize("how", ["hangs", "drips"])
def test_a_host_that_keeps_us_waiting_holds(client, post, google, monkeypatch, how):
    monkeypatch.setattr(conf, "CAPTCHA_WAIT_SECONDS", 0.2)
    google.answer = getattr(google, how)
    assert sent(client, post, captcha="a-token") == HELD


def test_a_host_that_cannot_be_reached_holds(client, post, google):
    google.stop()
    assert sent(client, post, captcha="a-token") == HELD


def test_google_is_asked_once_for_a_form_that_was_sent_twice(client, post, google):
    hidden = {"token": slow_token(post), "captcha": "a-token"}
    first, second = send(client, post, **hidden), send(client, post, **hidden)
    assert first.url == second.url
    assert len(google.questions) == 1


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"name": ""}, None),
        ({"preview": "1"}, None),
        ({"parent": "12345"}, None),
        ({"body": "Call A 123 456 789"}, None),
        ({}, {"Sec-Fetch-Site": "cross-site"}),
    ],
    ids=["invalid", "preview", "lost parent", "warned", "foreign"],
)
def test_google_is_not_asked_about_what_is_not_taken(client, post, google, fields, headers):
    send(client, post, headers=headers, captcha="a-token", **fields)
    assert not Comment.objects.exists()
    assert google.questions == []


def test_a_flood_does_not_reach_google(client, post, google, monkeypatch):
    refused = Allowance(is_allowed=False, retry_after_seconds=60)
    monkeypatch.setattr(pace, "take_turn", lambda *_, **__: refused)
    assert send(client, post, captcha="a-token").status_code == 429
    assert google.questions == []
