from datetime import timedelta

import pytest
from django.core import signing
from django.http import QueryDict

from comments import conf
from comments.forms.comment_form import HONEYPOT_FIELD, TOKEN_SALT, CommentForm
from tests.comments.factories import SAID_AT, make_sender

PAGE = 7


def sent(**fields):
    opened = CommentForm(page_id=PAGE, now=SAID_AT - timedelta(minutes=1))
    honest = {"name": "Ana", "body": "I will come.", "token": opened.fresh_token()}
    data = QueryDict(mutable=True)
    data.update(honest | fields)
    return CommentForm(data, page_id=PAGE, now=SAID_AT)


def token(**content):
    honest = {"page": PAGE, "opened": SAID_AT.timestamp() - 60, "key": "k"}
    return signing.dumps(honest | content, salt=TOKEN_SALT)


def test_an_honest_form_becomes_a_submission():
    form = sent(parent="12", website="example.org")
    assert form.is_valid(), form.errors
    submission = form.to_submission(make_sender())
    assert (submission.page_id, submission.parent_id, submission.author_name) == (PAGE, 12, "Ana")
    assert submission.author_website == "https://example.org"
    assert submission.writing_time == timedelta(minutes=1)
    assert not submission.is_honeypot_filled


def test_the_honeypot_is_passed_on_not_judged():
    form = sent(**{HONEYPOT_FIELD: "555"})
    assert form.is_valid()
    assert form.to_submission(make_sender()).is_honeypot_filled


@pytest.mark.parametrize(
    "name", ["", "   ", "\u200b\u3164", "a\nb", "a\rBcc: x", "a\x00b", "x" * 81]
)
def test_a_name_that_is_none_is_refused(name):
    assert "name" in sent(name=name).errors


def test_a_name_loses_what_nobody_sees():
    form = sent(name="  \u202eAna\u200b  ")
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ana"


@pytest.mark.parametrize("body", ["", " \n ", "\x00", "x" * (conf.MAX_BODY_CHARACTERS + 1)])
def test_a_body_that_is_none_or_too_long_is_refused(body):
    assert "body" in sent(body=body).errors


def test_a_body_at_the_limit_is_taken_with_windows_line_ends():
    assert sent(body="ab\r\n" * (conf.MAX_BODY_CHARACTERS // 3)).is_valid()


def test_too_deep_nesting_is_said_instead_of_losing_words():
    assert "body" in sent(body=">" * 25 + "hello").errors


@pytest.mark.parametrize(
    "website",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "https://bank@evil.test",
        "not an address",
        "https://" + "a" * 200,
    ],
)
def test_a_website_that_is_none_is_refused(website):
    assert "website" in sent(website=website).errors


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "garbage",
        token() + "x",
        token(page=8),
        token(opened=SAID_AT.timestamp() + 60),
    ],
    ids=["none", "garbage", "longer", "of another page", "too early"],  # each token is another one
)
def test_a_bad_token_keeps_the_text_and_a_fresh_one_works(bad):
    form = sent(token=bad)
    assert "token" in form.errors
    form.renew_token()
    assert form["body"].value() == "I will come."
    again = sent(token=form["token"].value())
    assert again.is_valid(), again.errors


def test_a_token_older_than_the_limit_is_refused(monkeypatch):
    old = sent().data["token"]
    monkeypatch.setattr(conf, "FORM_MAX_AGE_SECONDS", -1)
    assert "token" in sent(token=old).errors


def test_a_parent_that_is_no_number_is_a_number_that_no_comment_has():
    form = sent(parent="b7a1-uuid")
    assert form.is_valid()
    assert form.cleaned_data["parent"] == 0


def test_fields_that_are_the_servers_are_not_asked():
    assert set(CommentForm(page_id=PAGE, now=SAID_AT).fields) == {
        "name", "body", "website", HONEYPOT_FIELD, "email", "notify", "receipt", "parent", "token",
    }  # fmt: skip


def test_a_name_or_a_website_that_grows_over_its_length_is_refused():
    assert "name" in sent(name="\U0001d160" * 80).errors
    assert "website" in sent(website="example.org/" + "a" * 185).errors


def test_a_form_sent_again_is_another_form_begun_at_the_same_time():
    form = sent()
    assert form.is_valid()
    key, opened = form.cleaned_data["token"]["key"], form.cleaned_data["token"]["opened"]
    form.renew_token()
    again = sent(token=form["token"].value())
    assert again.is_valid()
    assert again.cleaned_data["token"]["key"] != key
    assert again.cleaned_data["token"]["opened"] == opened
