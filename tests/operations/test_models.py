"""What the database refuses, and what of the outbox is due."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("a_mail_has_a_key", {"key": ""}),
        ("a_mail_has_a_recipient", {"recipient": ""}),
        ("a_mail_is_never_both_sent_and_given_up", {"sent_at": 1, "given_up_at": 1}),
        ("nobody_has_a_finished_mail_in_hand", {"sent_at": 1, "claimed_until": 1}),
        ("nobody_has_a_finished_mail_in_hand", {"given_up_at": 1, "claimed_until": 1}),
    ],
)
def test_database_refuses_mails_that_cannot_be(rule, changes):
    row = post_mail()
    now = timezone.now()
    bad = {name: now if value == 1 else value for name, value in changes.items()}
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        OutboxMail.objects.filter(pk=row.pk).update(**bad)


def test_database_refuses_a_second_row_of_a_key():
    row = post_mail()
    row.pk = None
    # SQLite names the column of a broken rule, PostgreSQL the rule.
    with pytest.raises(IntegrityError, match="key"), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(
    ("field", "minutes", "is_due"),
    [
        ("due_at", 0, True),
        ("due_at", 1, False),
        ("claimed_until", 0, True),
        ("claimed_until", 1, False),
        ("sent_at", -1, False),
        ("given_up_at", -1, False),
    ],
)
def test_mail_is_due_in_its_time_unless_it_is_in_hand_or_finished(clock, field, minutes, is_due):
    post_mail()
    now = timezone.now()
    OutboxMail.objects.update(**{field: now + timedelta(minutes=minutes)})
    assert OutboxMail.objects.due(now).exists() == is_due
