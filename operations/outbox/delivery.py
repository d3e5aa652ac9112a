"""Hands one mail to the mail server, and says in a word what became of it.

No words of a server or of a message leave here: they quote the recipient. So problems are named
by their kind alone.
"""

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.utils import parseaddr
from enum import Enum, auto

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.crypto import salted_hmac

from operations.models import OutboxMail

# For each answer of the server. Some look into a mail for a while before they say that they have
# it; who does not wait for that sends it again and again.
ANSWER_WITHIN_SECONDS = 30
SALT = "operations.outbox"
HANGS_UP = 421  # RFC 5321, 3.8: the server ends the conversation
REFUSES = 500  # and above: for good
# RFC 3463: system, routing and policy. Such a refusal says more about the newsroom (it may not
# send from here, or not so much) than about the recipient, and passes when that is mended.
NOT_ABOUT_THE_RECIPIENT = re.compile(rb"\s*5\.[347]\.")


class Fate(Enum):
    """What became of a mail."""

    SENT = auto()
    REFUSED = auto()  # for good
    FAILED = auto()  # another time may be better
    CUT_OFF = auto()  # the same, and the server is in no state to be told of other mails


@dataclass(frozen=True)
class Outcome:
    """What became of a mail and, unless it was sent, the kind of problem."""

    fate: Fate
    problem: str = ""


class ServerUnreachable(Exception):
    """There is no conversation with the mail server; says only of what kind the problem was."""


@contextmanager
def connected() -> Iterator[BaseEmailBackend]:
    """A conversation with the mail server; raises `ServerUnreachable`."""
    connection = get_connection(timeout=ANSWER_WITHIN_SECONDS)
    try:
        _open(connection)
        yield connection
    finally:
        with suppress(OSError):  # every mail has its answer; how we part changes nothing
            connection.close()


def deliver(mail: OutboxMail, *, connection: BaseEmailBackend) -> Outcome:
    """Sends one mail in an open conversation; never raises."""
    try:
        connection.send_messages([message(mail)])
    except smtplib.SMTPRecipientsRefused as problem:
        return _refused(problem)
    except OSError as problem:  # smtplib's own are such, too
        return Outcome(Fate.CUT_OFF, _kind(problem))
    except (ValueError, MessageError) as problem:  # Django's BadHeaderError is such
        return Outcome(Fate.REFUSED, _kind(problem))
    except Exception as problem:  # noqa: BLE001  (no mail stops the others, or is quoted in a log)
        return Outcome(Fate.FAILED, _kind(problem))
    return Outcome(Fate.SENT)


def message(mail: OutboxMail) -> EmailMessage:
    """The mail in plain text, from `settings.DEFAULT_FROM_EMAIL`.

    Its Message-ID follows from its key, so that a mail that was sent twice is known as one; no
    machine shall answer it (RFC 3834).
    """
    headers = {"Auto-Submitted": "auto-generated", "Message-ID": _message_id(mail.key)}
    return EmailMessage(
        subject=mail.subject,
        body=mail.text,
        to=[mail.recipient],
        headers={**mail.headers, **headers},
    )


def _message_id(key: str) -> str:
    digest = salted_hmac(SALT, key, algorithm="sha256").hexdigest()[:32]
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{digest}@{host}>"


def _open(connection: BaseEmailBackend) -> None:
    try:
        connection.open()
    except OSError as problem:
        raise ServerUnreachable(_kind(problem)) from None


def _refused(problem: smtplib.SMTPRecipientsRefused) -> Outcome:
    """The server does not take mail for this recipient: never, or not now."""
    [(code, words)] = problem.recipients.values()
    if code == HANGS_UP:
        fate = Fate.CUT_OFF
    elif code >= REFUSES and not NOT_ABOUT_THE_RECIPIENT.match(words):
        fate = Fate.REFUSED
    else:
        fate = Fate.FAILED
    return Outcome(fate, f"{_kind(problem)} {code}")


def _kind(problem: Exception) -> str:
    code = getattr(problem, "smtp_code", None)
    name = type(problem).__name__
    return f"{name} {code}" if code else name
