"""Whatever fails while comments come in: none is lost, none shows unread, nobody is left alone.

A sample of the drill `failures`, which does this to a whole newsroom.
"""

from collections import Counter
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.urls import reverse

from comments import attempts, conf, receipts
from comments.models import Comment, Notice
from tests import faults, sampling
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_subscription
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send
from tests.pages import make_post
from tests.sayings import saying

pytestmark = pytest.mark.django_db

NUMBER = sampling.of(20, sample=5)


class BrokenOnPurpose(Exception):
    """The fault."""


def fail():
    raise BrokenOnPurpose("123-45-6789")


@pytest.fixture
def dawdle(monkeypatch):
    """Lets the clock of the checks pass by more than their budget."""
    now = [0.0]
    monkeypatch.setattr(attempts, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def wait():
        now[0] += max(conf.CHECK_BUDGET_SECONDS, conf.CAPTCHA_BUDGET_SECONDS) + 0.1

    return wait


@pytest.fixture
def earlier_receipt(post):
    make_comment(post, receipt_digest=receipts.digest("earlier"))
    return "earlier"


def send_many(client, post, **fields):
    """How they were answered, each from an address of its own."""
    answers = []
    for number in range(NUMBER):
        client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
        answers.append(send(client, post, body=saying(number), **fields))
    return answers


def what_became_of(answers):
    assert {answer.status_code for answer in answers} == {303}
    said = Comment.objects.filter(body__startswith="Comment number")
    assert {comment.body for comment in said} == {saying(n) for n in range(NUMBER)}
    return Counter(said.values_list("status", flat=True))


def test_without_a_fault_all_of_them_show(client, newsroom, post, earlier_receipt):
    """Or the tests below would prove nothing."""
    publish_what_is_clean(newsroom)
    answers = send_many(client, post, receipt=earlier_receipt)
    assert what_became_of(answers) == {"published": NUMBER}


@pytest.mark.parametrize("name", faults.ASKS_FOR_A_PERSON)
def test_what_breaks_asks_for_a_person(client, newsroom, post, earlier_receipt, name):
    publish_what_is_clean(newsroom)
    with faults.disturbed(name, fail):
        answers = send_many(client, post, receipt=earlier_receipt)
    assert what_became_of(answers) == {"pending": NUMBER}
    evidence = Comment.objects.get(body=saying(0)).evidence
    assert "check_failed" in {item["sign"] for item in evidence}


@pytest.mark.parametrize("name", faults.ASKS_FOR_A_PERSON)
def test_what_takes_too_long_asks_for_a_person(
    client, newsroom, post, earlier_receipt, name, dawdle
):
    publish_what_is_clean(newsroom)
    with faults.disturbed(name, dawdle):
        answers = send_many(client, post, receipt=earlier_receipt)
    assert what_became_of(answers) == {"pending": NUMBER}


@pytest.mark.parametrize("name", faults.CHANGES_NO_JUDGEMENT)
def test_what_tells_others_may_break_and_the_comment_stands(client, newsroom, post, name):
    publish_what_is_clean(newsroom)
    make_subscription(post)
    with faults.disturbed(name, fail):
        answers = send_many(client, post, email="ana@example.org", notify="replies")
    assert what_became_of(answers) == {"published": NUMBER}


def test_after_a_fault_in_the_notices_the_next_comment_is_told(client, newsroom, post):
    publish_what_is_clean(newsroom)
    make_subscription(post)
    with faults.disturbed("comments.notifications.recording:record", fail):
        send(client, post)
    assert not Notice.objects.exists()
    assert send(client, post, body="I will come, too.").status_code == 303
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("name", faults.ASKS_FOR_A_PERSON)
def test_an_edit_that_nobody_could_check_does_not_show(client, newsroom, post, name):
    publish_what_is_clean(newsroom)
    send(client, post)
    comment = Comment.objects.get()
    edit = reverse("comments:receipt_edit", args=[receipts.secret_of(comment)])
    with faults.disturbed(name, fail):
        answer = client.post(edit, {"body": "Unread words"}, headers=OWN_ORIGIN)
    assert answer.status_code == 303
    assert Comment.objects.get().body == "I will come."
    assert comment.versions.get().body == "Unread words"


def test_an_address_that_no_mail_can_reach_costs_no_comment(client, newsroom, post):
    publish_what_is_clean(newsroom)
    too_long = f"ana@{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.example.org"
    assert len(too_long) > 254
    assert send(client, post, email=too_long, notify="replies").status_code in (303, 422)


def lock(monkeypatch):
    """From now on nobody can write comments and versions, as while another process hangs."""

    def locked(*_words, **_fields):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Comment.objects, "create", locked)
    monkeypatch.setattr(Comment, "save", locked)


def test_when_nothing_can_be_stored_the_writer_keeps_the_text(client, post, monkeypatch):
    lock(monkeypatch)
    answer = send(client, post, body="Not a word is lost")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Not a word is lost" in answer.content.decode()
    monkeypatch.undo()
    assert send(client, post, body="Not a word is lost").status_code == 303


def test_when_nothing_can_be_stored_the_editor_keeps_the_text(client, post, monkeypatch):
    send(client, post)
    edit = reverse("comments:receipt_edit", args=[receipts.secret_of(Comment.objects.get())])
    lock(monkeypatch)
    answer = client.post(edit, {"body": "Other words"}, headers=OWN_ORIGIN)
    assert answer.status_code == 503
    assert "Other words" in answer.content.decode()
    monkeypatch.undo()
    assert Comment.objects.get().body == "I will come."


def test_even_then_no_reply_stands_below_another_page(client, newsroom, post):
    """48: the guard that sees to it may break as well."""
    elsewhere = make_comment(make_post(newsroom, "Another"))
    with faults.disturbed("comments.guards:parent_is_lost", fail):
        assert send(client, post, parent=elsewhere.pk).status_code == 303
    comment = Comment.objects.get(page=post)
    assert (comment.parent, comment.root, comment.status) == (None, None, "pending")
