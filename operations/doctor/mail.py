"""Whether mail leaves."""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone

from operations.doctor.finding import Finding, fault, good, warning
from operations.models import OutboxMail
from operations.overdue import mail_due_since

ANSWER_WITHIN_SECONDS = 5
LATE = timedelta(minutes=15)
NO_MAIL = good("no mail server is set up, and none is needed")


def mail_server_answers() -> Finding:
    """It greets, encrypts and lets us in, as EMAIL_URL says. Nothing is sent."""
    if not settings.HAS_MAIL:
        return NO_MAIL
    try:
        _greet()
    except OSError as problem:
        # Its words may quote the password, so only its kind and its number.
        code = getattr(problem, "smtp_code", "")
        kind = f"{type(problem).__name__} {code}".strip()
        return fault(
            f"the mail server does not let us in ({kind})",
            fix="compare host, port, user and password of EMAIL_URL with your provider's words",
        )
    return good("the mail server lets us in")


def _greet() -> None:
    """As before a mail, and then part; raises OSError, of which smtplib's own are such."""
    connection = get_connection(timeout=ANSWER_WITHIN_SECONDS)
    try:
        connection.open()
        if server := getattr(connection, "connection", None):  # only SMTP has one
            server.ehlo_or_helo_if_needed()
    finally:
        with suppress(OSError):  # what we wanted to know we know by now
            connection.close()


def mail_leaves_on_time() -> Finding:
    """What is due is sent within seconds."""
    now = timezone.now()
    since = mail_due_since(now) if settings.HAS_MAIL else None
    if since and since < now - LATE:
        minutes = int((now - since).total_seconds() // 60)
        return fault(
            f"a mail has been due for {minutes} minutes",
            fix="see whether a worker runs, and what it says of “the mail server” in its log",
        )
    return good("no mail is late")


def mail_arrives() -> Finding:
    """What was refused for good, or for four days."""
    number = OutboxMail.objects.exclude(given_up_at=None).count()
    if number:
        return warning(
            f"{number} mails of the last week were given up",
            fix="look for “was given up” in the log: 5.1.x is a wrong address, 5.7.x means that "
            "the server may not send for EMAIL_FROM. Then: Reports > Work that failed in the admin",
        )
    return good("no mail was given up in the last week")


CHECKS = (mail_server_answers, mail_leaves_on_time, mail_arrives)
