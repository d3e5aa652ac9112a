"""Mails are forgotten a week after their end, and what no server came for is given up."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from operations import outbox
from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db


def remaining():
    return sorted(OutboxMail.objects.values_list("recipient", flat=True))


@pytest.mark.parametrize("end", ["sent_at", "given_up_at"])
def test_mail_is_deleted_a_week_after_its_end(clock, end):
    for days in (6, 7):
        row = post_mail(f"days{days}")
        OutboxMail.objects.filter(pk=row.pk).update(**{end: timezone.now() - timedelta(days=days)})
    outbox.forget_old()
    assert remaining() == ["days6@readers.example"]


def test_mail_that_waited_a_week_for_a_server_is_given_up_loudly(clock, caplog):
    young = post_mail("young", due_at=timezone.now() - timedelta(days=6))
    old = post_mail("old", due_at=timezone.now() - timedelta(days=7))
    outbox.forget_old()
    for row in (young, old):
        row.refresh_from_db()
    assert (young.given_up_at, old.given_up_at) == (None, timezone.now())
    assert old.last_problem == "no mail server"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "readers.example" not in caplog.text


def test_mail_that_a_worker_has_in_hand_is_left_to_it(clock):
    row = post_mail(due_at=timezone.now() - timedelta(days=8))
    OutboxMail.objects.update(claimed_until=timezone.now() + timedelta(minutes=1))
    outbox.forget_old()
    row.refresh_from_db()
    assert row.given_up_at is None


def test_nothing_is_said_when_nothing_is_given_up(caplog):
    post_mail()
    outbox.forget_old()
    assert caplog.messages == []
