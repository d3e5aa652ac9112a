"""A mail is posted with what it tells of, and once."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils import timezone

from operations import outbox
from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db

MAIL = outbox.Mail(key="reply:1:4", recipient="ana@readers.example", subject="s", text="t")


def test_mail_is_posted_once_under_its_key():
    assert outbox.post(MAIL)
    assert not outbox.post(MAIL)
    assert OutboxMail.objects.count() == 1


def test_second_post_of_a_key_leaves_the_transaction_around_it_whole():
    with transaction.atomic():
        outbox.post(MAIL)
        outbox.post(MAIL)
        post_mail("ben")
    assert OutboxMail.objects.count() == 2


def test_mail_goes_when_what_it_tells_of_is_rolled_back():
    with transaction.atomic():
        outbox.post(MAIL)
        transaction.set_rollback(True)
    assert not OutboxMail.objects.exists()


def test_mail_is_due_at_once_unless_told_otherwise(clock):
    later = datetime(2026, 3, 5, tzinfo=UTC)
    assert post_mail("ana").due_at == timezone.now()
    assert post_mail("ben", due_at=later).due_at == later


def test_headers_are_kept():
    headers = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    assert post_mail(headers=headers).headers == headers


def test_mail_waits_where_no_mail_server_is_set_up(settings):
    settings.HAS_MAIL = False
    assert outbox.post(MAIL)


def test_mail_shows_nothing_but_its_key():
    assert repr(MAIL) == "Mail(key='reply:1:4', due_at=None)"
    assert "@" not in str(post_mail())
