import pytest
from django.utils import timezone

from home.forms import mails
from operations.models import OutboxMail


@pytest.fixture
def told(page):
    page.mail_to = "desk@example.org"
    return page


def test_a_mail_says_where_to_look_and_nothing_of_what_came(told, clock):
    mails.tell(told, now=timezone.now())
    mail = OutboxMail.objects.get()
    assert mail.recipient == "desk@example.org"
    assert f"http://testserver/admin/forms/submissions/{told.pk}/" in mail.text


def test_however_much_comes_two_mails_tell_of_an_hour(told, clock):
    for _ in range(5):
        clock.shift(300)
        mails.tell(told, now=timezone.now())
    first, second = OutboxMail.objects.order_by("due_at")
    assert (second.due_at.minute, second.due_at > timezone.now()) == (0, True)
    assert first.due_at < second.due_at


def test_what_comes_later_is_told_of_too(told, clock):
    for _ in range(3):
        mails.tell(told, now=timezone.now())
        clock.shift(3600)
    assert OutboxMail.objects.count() == 3


def test_where_nobody_is_named_or_no_mail_can_be_sent_nobody_is_told(page, told, settings, clock):
    settings.HAS_MAIL = False
    mails.tell(told, now=timezone.now())
    settings.HAS_MAIL, page.mail_to = True, ""
    mails.tell(page, now=timezone.now())
    assert not OutboxMail.objects.exists()
