"""What is due is sent once; what fails waits, alone, and is tried again."""

import logging
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError, connection
from django.utils import timezone

from operations import outbox
from operations.models import OutboxMail
from operations.outbox import delivery, sending
from operations.outbox.delivery import Fate, Outcome
from operations.outbox.retry import MAX_ATTEMPTS
from operations.outbox.sending import IN_HAND, Run
from tests.operations.outbox.mails import post_mail
from tests.smtp_sink import DROP

pytestmark = pytest.mark.django_db

NOBODY = "550 5.1.1 no such user"
NOT_NOW = "450 4.2.0 not now"


def send_due(**changes):
    return outbox.send_due(**({"jitter": lambda: 0.0} | changes))


def again(row):
    row.refresh_from_db()
    return row


def test_what_is_due_is_sent_in_order_over_one_connection_and_once(clock, sink):
    for number, name in enumerate(["late", "early", "last"]):
        post_mail(name, due_at=timezone.now() - timedelta(minutes=[5, 9, 1][number]))
    assert send_due() == Run(sent=3)
    assert send_due() == Run()
    assert [name.partition("@")[0] for name in sink.recipients()] == ["early", "late", "last"]
    assert sink.conversations == 1


def test_sent_mail_says_when_and_is_in_nobodys_hand(clock, sink):
    row = post_mail()
    send_due()
    assert (again(row).sent_at, row.claimed_until, row.attempts) == (timezone.now(), None, 1)


def test_mail_of_tomorrow_waits(clock, sink):
    post_mail(due_at=timezone.now() + timedelta(days=1))
    send_due()
    clock.shift(timedelta(days=1))
    assert (sink.conversations, send_due().sent) == (0, 1)


def test_nothing_is_sent_where_no_mail_server_is_set_up(settings):
    settings.HAS_MAIL = False
    row = post_mail()
    assert send_due() == Run()
    assert (mail.outbox, again(row).attempts) == ([], 0)


def test_no_run_is_longer_than_a_hundred_mails(sink, monkeypatch):
    monkeypatch.setattr(sending, "MAILS_A_RUN", 2)
    for name in ("ana", "ben", "cal"):
        post_mail(name)
    assert [send_due().sent, send_due().sent] == [2, 1]


def test_run_ends_after_the_mail_in_hand_when_the_worker_stops(sink, monkeypatch):
    stop = threading.Event()
    deliver = sending.deliver

    def deliver_and_stop(row, **changes):
        stop.set()
        return deliver(row, **changes)

    monkeypatch.setattr(sending, "deliver", deliver_and_stop)
    for name in ("ana", "ben"):
        post_mail(name)
    assert send_due(until=stop) == Run(sent=1)
    assert OutboxMail.objects.due(timezone.now()).count() == 1


def test_recipient_who_is_refused_for_good_is_given_up_at_once_and_stops_no_other(sink):
    row = post_mail("ana")
    post_mail("ben")
    sink.refused_recipients["ana@readers.example"] = NOBODY
    assert send_due() == Run(sent=1)
    assert again(row).given_up_at
    assert (row.last_problem, row.claimed_until) == ("SMTPRecipientsRefused 550", None)
    assert sink.recipients() == ["ben@readers.example"]


def test_mail_with_a_line_break_in_its_subject_is_given_up(sink):
    row = post_mail(subject="Hello\nBcc: eve@readers.example")
    send_due()
    assert again(row).last_problem == "BadHeaderError"
    assert (sink.mails, row.given_up_at is None) == ([], False)


def test_recipient_who_is_refused_for_now_waits_a_minute_and_then_two(clock, sink):
    row = post_mail()
    sink.refused_recipients["ana@readers.example"] = NOT_NOW
    for minutes in (1, 2):
        send_due()
        assert again(row).due_at == timezone.now() + timedelta(minutes=minutes)
        assert (send_due(), row.claimed_until) == (Run(), None)
        clock.shift(timedelta(minutes=minutes))
    sink.refused_recipients.clear()
    assert send_due().sent == 1
    assert again(row).last_problem == ""


def test_jitter_lengthens_the_wait(clock, sink):
    row = post_mail()
    sink.replies["RCPT"] = NOT_NOW
    send_due(jitter=lambda: 1.0)
    assert again(row).due_at == timezone.now() + timedelta(seconds=75)


def test_mail_is_given_up_after_its_last_attempt(clock, sink):
    row = post_mail()
    OutboxMail.objects.update(attempts=MAX_ATTEMPTS - 1)
    sink.replies["RCPT"] = NOT_NOW
    send_due()
    assert again(row).given_up_at == timezone.now()


def test_server_that_is_down_costs_no_mail_an_attempt(sink):
    for name in ("ana", "ben"):
        post_mail(name)
    sink.close()
    assert send_due() == Run(problem="ConnectionRefusedError")
    assert set(OutboxMail.objects.values_list("attempts", "claimed_until")) == {(0, None)}


def test_server_that_hangs_up_costs_one_mail_one_attempt_and_ends_the_run(sink):
    first, second = post_mail("ana"), post_mail("ben")
    sink.replies["END"] = DROP
    assert send_due() == Run(problem="SMTPServerDisconnected")
    assert (again(first).attempts, again(second).attempts) == (1, 0)
    assert first.sent_at is None


def test_mail_in_hand_of_a_killed_worker_is_free_again_after_a_while(clock, sink, monkeypatch):
    def be_killed(row, **changes):
        raise SystemExit

    row = post_mail()
    deliver = sending.deliver
    monkeypatch.setattr(sending, "deliver", be_killed)
    with pytest.raises(SystemExit):
        send_due()
    monkeypatch.setattr(sending, "deliver", deliver)
    assert send_due() == Run()
    clock.shift(IN_HAND)
    assert send_due().sent == 1
    assert again(row).attempts == 2


def test_of_two_workers_that_see_one_mail_one_takes_it(clock, sink, monkeypatch):
    row = post_mail()
    queryset = type(OutboxMail.objects.all())
    first = queryset.first

    def see_and_be_overtaken(rows):
        monkeypatch.setattr(queryset, "first", first)
        seen = rows.first()
        assert sending._take(timezone.now()) == row
        return seen

    monkeypatch.setattr(queryset, "first", see_and_be_overtaken)
    assert send_due() == Run()
    assert (sink.mails, again(row).attempts) == ([], 1)


def test_who_slept_too_long_and_failed_does_not_free_what_another_has_in_hand(
    clock, sink, monkeypatch
):
    def sleep_and_fail(row, **changes):
        clock.shift(IN_HAND)
        assert sending._take(timezone.now()) == row
        return Outcome(Fate.FAILED, "TimeoutError")

    row = post_mail()
    monkeypatch.setattr(sending, "deliver", sleep_and_fail)
    send_due()
    assert again(row).claimed_until == timezone.now() + IN_HAND


@pytest.mark.parametrize("late_answer", [None, DROP])
def test_who_slept_too_long_does_not_undo_what_the_next_one_did(
    clock, sink, monkeypatch, late_answer
):
    deliver = sending.deliver

    def sleep_then_deliver(row, **changes):
        monkeypatch.setattr(sending, "deliver", deliver)
        clock.shift(IN_HAND)
        assert send_due().sent == 1
        sink.replies.update({"END": late_answer} if late_answer else {})
        return deliver(row, **changes)

    row = post_mail()
    monkeypatch.setattr(sending, "deliver", sleep_then_deliver)
    send_due()
    assert again(row).sent_at == timezone.now()
    assert (row.last_problem, row.attempts) == ("", 2)


def test_no_transaction_is_open_while_the_server_is_spoken_to(sink, monkeypatch):
    depth = len(connection.savepoint_ids)  # that of the test itself
    seen = []
    deliver = sending.deliver

    def look_and_deliver(row, **changes):
        seen.append(len(connection.savepoint_ids))
        return deliver(row, **changes)

    monkeypatch.setattr(sending, "deliver", look_and_deliver)
    post_mail()
    send_due()
    assert seen == [depth]


def test_log_has_numbers_and_kinds_and_nothing_of_the_mail(clock, sink, caplog):
    caplog.set_level(logging.DEBUG)
    sink.refused_recipients["ana@readers.example"] = "550 5.1.1 <ana@readers.example> unknown"
    sink.refused_recipients["ben@readers.example"] = "450 4.2.0 <ben@readers.example> is busy"
    rows = [post_mail("ana"), post_mail("ben"), post_mail("cal", subject="Somebody\nanswered")]
    send_due()
    assert caplog.messages == [
        f"mail {rows[0].pk} was given up: SMTPRecipientsRefused 550",
        f"mail {rows[1].pk} will be tried again: SMTPRecipientsRefused 450",
        f"mail {rows[2].pk} was given up: BadHeaderError",
    ]
    assert "readers.example" not in caplog.text + "".join(
        OutboxMail.objects.values_list("last_problem", flat=True)
    )


def test_database_that_is_lost_is_not_passed_over_in_silence(sink, monkeypatch):
    def lose(*_arguments, **_changes):
        raise OperationalError("the connection is closed")

    post_mail()
    monkeypatch.setattr(sending, "_settle", lose)
    with pytest.raises(OperationalError):
        send_due()


def test_every_recipient_of_a_hundred_gets_one_mail_while_one_in_five_attempts_fails(
    clock, sink, monkeypatch
):
    for number in range(100):
        post_mail(f"reader{number}")
    attempts = iter(range(1000))
    message = delivery.message

    def fail_sometimes(row):
        if next(attempts) % 5 == 0:
            raise RuntimeError
        return message(row)

    monkeypatch.setattr(delivery, "message", fail_sometimes)
    while OutboxMail.objects.waiting().exists():
        send_due()
        clock.shift(timedelta(minutes=1))
    assert len(sink.mails) == 100
    assert sink.duplicates() == 0
