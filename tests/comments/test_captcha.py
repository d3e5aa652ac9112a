import time

import pytest

from comments import captcha, conf
from comments.captcha import Widget, is_missing, widget
from tests.comments.google import PASSED, SCORED, says


def seconds_to_miss(token):
    began = time.monotonic()
    assert is_missing(token)
    return time.monotonic() - began


def test_without_keys_nothing_is_offered_and_nothing_is_missing():
    assert widget() is None
    assert not is_missing("")


def test_with_keys_the_form_offers_it(google):
    assert widget() == Widget(version=2, site_key="site-key")


def test_who_passed_it_misses_nothing(google):
    assert not is_missing("a-token")


def test_google_is_told_the_token_and_nothing_of_the_reader(google):
    is_missing("a-token")
    assert google.questions == [{"secret": ["secret-key"], "response": ["a-token"]}]


@pytest.mark.parametrize("token", ["", "x" * (captcha.MAX_TOKEN_CHARACTERS + 1)])
def test_without_a_token_google_is_not_asked(google, token):
    assert is_missing(token)
    assert google.questions == []


@pytest.mark.parametrize(
    "answer",
    [
        says({"success": False, "error-codes": ["timeout-or-duplicate"]}),
        says(PASSED | {"success": "true"}),
        says(PASSED | {"hostname": "other.example"}),
        says({"success": True}),
        says(PASSED, status=500),
        says(PASSED, status=403),
        says([PASSED]),
        says(b""),
        says(b"<html>no"),
        says(b"\xff\xfe"),
        says(b"[" * 15_000),
        says(b'{"success": true, "hostname": "127.0.0.1", "x": "' + b"x" * 20_000 + b'"}'),
        lambda handler: handler.wfile.write(b"no HTTP at all\r\n\r\n"),
        lambda handler: None,
    ],
)
def test_whatever_else_google_says_is_not_passed(google, answer):
    google.answer = answer
    assert is_missing("a-token")
    assert len(google.questions) == 1


@pytest.mark.parametrize(
    ("changed", "is_passed"),
    [
        ({}, True),
        ({"score": 0.5}, True),
        ({"score": 0.49}, False),
        ({"score": "0.9"}, False),
        ({"score": None}, False),
        ({"score": float("nan")}, False),
        ({"action": "login"}, False),
        ({"action": None}, False),
        ({"hostname": "other.example"}, False),
    ],
)
def test_version_3_needs_the_score_and_the_action(google, settings, changed, is_passed):
    settings.RECAPTCHA_VERSION = 3
    google.answer = says(SCORED | changed)
    assert is_missing("a-token") is not is_passed


def test_version_3_does_not_take_a_token_without_a_score(google, settings):
    settings.RECAPTCHA_VERSION = 3
    assert is_missing("a-token")


@pytest.mark.parametrize("how", ["hangs", "drips"])
def test_nobody_waits_longer_than_the_limit(google, monkeypatch, how):
    monkeypatch.setattr(conf, "CAPTCHA_WAIT_SECONDS", 0.2)
    google.answer = getattr(google, how)
    assert seconds_to_miss("a-token") < 2


def test_a_socket_that_hangs_gives_up_by_itself(google, settings):
    settings.RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 0.2
    google.answer = google.hangs
    assert seconds_to_miss("a-token") < 2


def test_a_host_that_cannot_be_reached_is_not_passed(google):
    google.stop()
    assert is_missing("a-token")


def test_a_machine_without_room_for_a_thread_is_not_passed(google, monkeypatch):
    def no_thread(**_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(captcha, "Thread", no_thread)
    assert is_missing("a-token")


def test_the_log_holds_no_token_and_no_key(google, caplog):
    google.answer = says(b"")
    is_missing("a-token")
    assert "The captcha was not answered" in caplog.text
    assert "a-token" not in caplog.text
    assert "secret-key" not in caplog.text


def test_the_check_has_more_time_than_google():
    assert conf.CAPTCHA_WAIT_SECONDS < conf.CAPTCHA_BUDGET_SECONDS
