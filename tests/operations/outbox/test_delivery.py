"""One mail and the mail server: what is said, and what an answer means."""

import pytest

from operations.outbox import delivery
from operations.outbox.delivery import Fate, Outcome, ServerUnreachable, connected, deliver
from operations.outbox.sending import IN_HAND
from tests.operations.outbox.mails import post_mail
from tests.smtp_sink import DROP, HANG

pytestmark = pytest.mark.django_db

UNSUBSCRIBE = {
    "List-Unsubscribe": "<https://news.example/comments/notices/x/>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
}


def outcome(**changes):
    with connected() as connection:
        return deliver(post_mail(**changes), connection=connection)


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(delivery, "ANSWER_WITHIN_SECONDS", 0.2)


def test_mail_arrives_as_plain_text_that_no_machine_answers(sink, settings):
    settings.DEFAULT_FROM_EMAIL = "Newsroom <news@example.org>"
    assert outcome(subject="Ñandú contestó", text="Así: https://news.example/ñ\n") == Outcome(
        Fate.SENT
    )
    [mail] = sink.mails
    message = mail.message
    assert (mail.recipient, message["To"]) == ("ana@readers.example", "ana@readers.example")
    assert message["From"] == "Newsroom <news@example.org>"
    assert message["Subject"] == "Ñandú contestó"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    assert message.get_content_type() == "text/plain"
    assert mail.text == "Así: https://news.example/ñ\n"


def test_headers_of_the_mail_arrive(sink):
    outcome(headers=UNSUBSCRIBE)
    assert {name: sink.mails[0].message[name] for name in UNSUBSCRIBE} == UNSUBSCRIBE


def test_mail_that_is_sent_twice_has_one_message_id(sink):
    for name in ("ana", "ana", "ben"):
        outcome(name=name)
    ids = [mail.message["Message-ID"] for mail in sink.mails]
    assert ids[0] == ids[1] != ids[2]
    assert ids[0].endswith("@testserver>")
    assert "reply" not in ids[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Hello\r\nBcc: eve@readers.example"},
        {"headers": {"List-Id": "x\nBcc: eve@readers.example"}},
        {"recipient": "ana@readers.example\r\nBcc: eve@readers.example"},
        {"recipient": "ana@readers.example, eve@readers.example"},
        {"recipient": '"\x0bSubject:x\x1c"@readers.example'},
        {"subject": "Hello\x0cReply-To: eve@readers.example"},
        {"text": "\ud800"},
    ],
)
def test_mail_that_cannot_be_written_is_refused_and_reaches_nobody(sink, changes):
    mail = post_mail()
    for name, value in changes.items():
        setattr(mail, name, value)
    with connected() as connection:
        found = deliver(mail, connection=connection)
    assert found.fate == Fate.REFUSED
    assert "@" not in found.problem
    assert sink.mails == []


@pytest.mark.parametrize(
    ("step", "reply", "fate", "problem"),
    [
        ("RCPT", "550 5.1.1 <ana@readers.example> no such user", Fate.REFUSED,
         "SMTPRecipientsRefused 550"),
        ("RCPT", "550 no such user", Fate.REFUSED, "SMTPRecipientsRefused 550"),
        ("RCPT", "450 4.2.0 try again", Fate.FAILED, "SMTPRecipientsRefused 450"),
        ("RCPT", "554 5.7.1 relay access denied", Fate.FAILED, "SMTPRecipientsRefused 554"),
        ("RCPT", "421 4.7.0 too many", Fate.CUT_OFF, "SMTPRecipientsRefused 421"),
        ("MAIL", "550 5.7.1 not from here", Fate.CUT_OFF, "SMTPSenderRefused 550"),
        ("DATA", "451 4.3.0 not now", Fate.CUT_OFF, "SMTPDataError 451"),
        ("END", "554 5.7.1 no", Fate.CUT_OFF, "SMTPDataError 554"),
        ("END", "421 bye", Fate.CUT_OFF, "SMTPDataError 421"),
        ("END", DROP, Fate.CUT_OFF, "SMTPServerDisconnected"),
        ("END", HANG, Fate.CUT_OFF, "SMTPServerDisconnected"),
    ],
)  # fmt: skip
def test_answer_of_the_server_has_a_meaning(sink, impatient, step, reply, fate, problem):
    sink.replies[step] = reply
    assert outcome() == Outcome(fate, problem)


def test_mail_that_fails_as_nobody_foresaw_stops_no_other_and_is_not_quoted(monkeypatch, sink):
    def fail(mail):
        raise RuntimeError(mail.recipient)

    monkeypatch.setattr(delivery, "message", fail)
    assert outcome() == Outcome(Fate.FAILED, "RuntimeError")


@pytest.mark.parametrize("reply", ["554 not you", "421 not now", DROP, HANG])
def test_server_that_does_not_greet_is_unreachable(sink, impatient, reply):
    sink.replies["CONNECT"] = reply
    with pytest.raises(ServerUnreachable, match=r"^SMTP\w+( \d+)?$|^TimeoutError$"):
        outcome()


def test_server_that_is_not_there_is_unreachable(sink):
    sink.close()
    with pytest.raises(ServerUnreachable, match="ConnectionRefusedError"):
        outcome()


def test_server_that_wants_another_password_is_unreachable(sink, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "news", "wrong"
    sink.replies["EHLO"] = "250-sink\r\n250 AUTH PLAIN"
    sink.replies["AUTH"] = "535 5.7.8 no"
    with pytest.raises(ServerUnreachable, match=r"^SMTPAuthenticationError 535$"):
        outcome()


def test_mail_is_in_hand_for_longer_than_all_its_answers_may_take():
    assert IN_HAND.total_seconds() > 6 * delivery.ANSWER_WITHIN_SECONDS
