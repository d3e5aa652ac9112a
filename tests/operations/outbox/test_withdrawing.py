"""Mail that nobody wants any more does not go out."""

import pytest
from django.utils import timezone

from operations import outbox
from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db

ANA = "ana@readers.example"


def test_only_what_waits_for_the_recipient_under_such_keys_is_taken_back():
    post_mail("ana")
    kept = [post_mail("ben"), post_mail("ana", key="answer:1:ana"), post_mail("ana", key="reply:2")]

    assert outbox.withdraw(recipient="ANA@readers.example", begins="reply:", ends=":ana") == 1

    assert list(OutboxMail.objects.order_by("pk")) == kept


def test_what_was_sent_or_given_up_stays_written_down():
    sent, given_up = post_mail(key="reply:1"), post_mail(key="reply:2")
    OutboxMail.objects.filter(pk=sent.pk).update(sent_at=timezone.now())
    OutboxMail.objects.filter(pk=given_up.pk).update(given_up_at=timezone.now())

    assert outbox.withdraw(recipient=ANA, begins="reply:") == 0


def test_what_is_taken_back_is_not_sent(mailoutbox, settings):
    settings.HAS_MAIL = True
    post_mail("ana")

    outbox.withdraw(recipient=ANA, begins="reply:")
    outbox.send_due()

    assert mailoutbox == []
