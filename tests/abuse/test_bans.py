"""Whoever is banned is refused everywhere, is told so, and can object and leave all the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import bans, intake, moderation, receipts
from comments.blocks import Entry
from comments.models import BlockKind, Comment, Report, SenderKey, Writer
from comments.names import skeleton
from comments.standing import email_digest
from operations import limits
from tests.comments import appellant
from tests.comments.complainant import send_report
from tests.comments.factories import make_comment, make_ruling, make_submission, make_user
from tests.comments.reader import OWN_ORIGIN, send

pytestmark = pytest.mark.django_db
WORDS = "Words that took an hour."


@pytest.fixture
def own(post):
    now = timezone.now()
    fields = {"receipt_digest": receipts.digest("own"), "created_at": now}
    return make_comment(post, author_name="Otto", **fields)


@pytest.fixture
def by_network(client, post):
    """A ban of the network from which the tests send, by a comment from it."""
    send(client, post, name="Otto")
    key = SenderKey.objects.get().key
    return put(BlockKind.SENDER, key)


def put(kind, value, shown=""):
    entry = Entry(kind, value, shown, "threats")
    return bans.ban(entry, days=30, user=make_user(f"by {kind}"), now=timezone.now())


def test_a_comment_is_refused_and_its_words_are_handed_back(client, post, by_network):
    before = Comment.objects.count()
    answer = send(client, post, body=WORDS, name="Another")
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "a moderator has banned somebody" in html
    assert "second look" in html
    assert WORDS in html
    assert int(answer["Retry-After"]) <= timedelta(days=1).total_seconds()
    assert Comment.objects.count() == before


def test_another_name_does_not_help_against_a_banned_address(client, post, settings):
    settings.HAS_MAIL = True
    put(BlockKind.EMAIL, email_digest("otto@example.org"))
    answer = send(client, post, name="New", email="OTTO@example.org", notify="replies")
    assert answer.status_code == 403
    assert not Comment.objects.exists()


def test_a_name_that_looks_the_same_is_refused(client, post):
    put(BlockKind.NAME, skeleton("Otto"), "Otto")
    assert send(client, post, name="0tto").status_code == 403
    assert send(client, post, name="Ottokar").status_code == 303


def test_an_edit_is_refused_and_its_words_are_handed_back(client, own):
    put(BlockKind.NAME, skeleton("Otto"), "Otto")
    url = reverse("comments:receipt_edit", args=["own"])
    answer = client.post(url, {"body": WORDS}, headers=OWN_ORIGIN)
    assert answer.status_code == 403
    assert WORDS in answer.content.decode()
    assert Comment.objects.get().body == "I will come."


def test_a_report_is_refused_and_its_words_are_handed_back(client, own, by_network):
    answer = send_report(client, own, words=WORDS, address="127.0.0.1")
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "a moderator has banned somebody" in html
    assert WORDS in html
    assert not Report.objects.exists()


def test_somebody_in_another_network_reports_as_ever(client, own, by_network):
    assert send_report(client, own, address="192.0.2.1").status_code == 303


def test_the_receipt_and_taking_back_stay_open(client, own, by_network):
    put(BlockKind.NAME, skeleton("Otto"), "Otto")
    assert client.get(reverse("comments:receipt", args=["own"])).status_code == 200
    url = reverse("comments:receipt_withdraw", args=["own"])
    assert client.post(url, headers=OWN_ORIGIN).status_code == 303
    own.refresh_from_db()
    assert own.body == ""


def test_the_page_and_the_form_stay_open_to_read(client, post, by_network):
    assert client.get(post.url).status_code == 200
    assert client.get(reverse("comments:form", args=[post.pk])).status_code == 200


def test_a_second_look_can_be_asked_for_all_the_same(client, post, by_network, monkeypatch):
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))
    comment = appellant.sent(post, author_name="Otto")
    appellant.take_away(comment, "trash", make_user("judge"))
    url = reverse("comments:receipt_appeal", args=[appellant.SECRET])
    assert client.post(url, {"statement": WORDS}, headers=OWN_ORIGIN).status_code == 303
    assert comment.appeals.get().statement == WORDS


def test_who_was_banned_meanwhile_is_not_published_by_confirming_an_address(post):
    writer, judge = Writer.objects.create(), make_user("judge")
    approved = make_comment(post, status="pending", writer=writer)
    moderation.approve(approved.pk, make_ruling(approved, judge))
    submission = make_submission(post, WORDS, author_name="Otto")
    comment = intake.submit_comment(submission, page=post)
    Comment.objects.filter(pk=comment.pk).update(writer=writer)
    ban = put(BlockKind.NAME, skeleton("Otto"), "Otto")
    assert moderation.publish_if_known(comment.pk) is None
    ban.delete()
    assert moderation.publish_if_known(comment.pk)
