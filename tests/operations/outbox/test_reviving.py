"""Mail that was given up may be tried again, unless nobody wants it."""

import pytest
from django.utils import timezone

from operations import outbox
from tests.operations.failed_work.failures import fail_mail
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db


def test_one_or_all_that_were_given_up_are_due(clock):
    one, other = fail_mail(), fail_mail("ben")
    waits = post_mail("cal")
    assert [outbox.revive(one.pk), outbox.revive(waits.pk), outbox.revive()] == [1, 0, 1]
    other.refresh_from_db()
    assert (other.due_at, other.attempts, other.last_problem) == (timezone.now(), 0, "")


def test_what_was_taken_back_stays_given_up():
    mail = fail_mail()
    outbox.withdraw(recipient=mail.recipient, begins="subscription:")
    assert (outbox.revivable().count(), outbox.revive(mail.pk), outbox.revive()) == (0, 0, 0)
