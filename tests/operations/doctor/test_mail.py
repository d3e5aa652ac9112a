"""Mail that does not leave is planted, and found; nothing is sent for it."""

import pytest
from django.utils import timezone
from pytest_django import Settings
from time_machine import Traveller

from operations.doctor import Grade, mail
from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail
from tests.smtp_sink import DROP, SmtpSink

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize("reply", ["", "CONNECT 554 no", "EHLO drop", "CONNECT drop"])
def test_mail_server_that_does_not_answer(reply: str, settings: Settings) -> None:
    with SmtpSink() as sink:
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
            SMTP,
            "127.0.0.1",
            sink.port,
        )
        step, _space, answer = reply.partition(" ")
        if step:
            sink.replies[step] = DROP if answer == "drop" else answer
            sink.replies.setdefault("HELO", DROP)
        assert mail.mail_server_answers().grade == (Grade.FAULT if step else Grade.GOOD)
        assert sink.mails == []


def test_password_that_is_wrong_is_not_quoted(settings: Settings) -> None:
    with SmtpSink() as sink:
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
            SMTP,
            "127.0.0.1",
            sink.port,
        )
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "news", "hunter2"
        sink.replies["EHLO"] = "250-sink\r\n250 AUTH PLAIN"
        sink.replies["AUTH"] = "535 5.7.8 hunter2 is wrong"
        finding = mail.mail_server_answers()
    assert (finding.grade, "535" in finding.says) == (Grade.FAULT, True)
    assert "hunter2" not in finding.says


def test_no_server_is_asked_where_none_is_set_up(settings: Settings) -> None:
    settings.HAS_MAIL = False
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 9
    assert mail.mail_server_answers().grade == Grade.GOOD


@pytest.mark.django_db
def test_mail_that_stays(clock: Traveller, settings: Settings) -> None:
    post_mail()
    assert mail.mail_leaves_on_time().grade == Grade.GOOD
    clock.shift(16 * 60)
    assert mail.mail_leaves_on_time().grade == Grade.FAULT
    settings.HAS_MAIL = False  # then it waits for a server, as docs/settings.md says
    assert mail.mail_leaves_on_time().grade == Grade.GOOD


@pytest.mark.django_db
def test_mail_that_was_given_up() -> None:
    post_mail()
    assert mail.mail_arrives().grade == Grade.GOOD
    OutboxMail.objects.update(given_up_at=timezone.now())
    finding = mail.mail_arrives()
    assert (finding.grade, "ana" in finding.says) == (Grade.WARNING, False)
