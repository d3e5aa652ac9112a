"""Takes what is due out of the outbox, one mail after the other, and sends it.

A mail is taken in hand by one conditional UPDATE, sent while no transaction is open, and settled
by another UPDATE.
"""

import logging
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from operations.models import OutboxMail
from operations.outbox.delivery import Fate, Outcome, ServerUnreachable, connected, deliver
from operations.outbox.retry import wait_after

logger = logging.getLogger(__name__)

# Longer than all answers for one mail together may take (a greeting excepted, for that comes
# before): MAIL, RCPT, DATA, the mail itself, RSET, of ANSWER_WITHIN_SECONDS each.
IN_HAND = timedelta(minutes=4)
# Some servers hang up after a hundred mails in one conversation.
MAILS_A_RUN = 100

Jitter = Callable[[], float]


@dataclass(frozen=True)
class Run:
    """What one run did: how many mails it sent, and what cut it short."""

    sent: int = 0
    problem: str = ""


def send_due(*, until: threading.Event | None = None, jitter: Jitter = random.random) -> Run:
    """Sends up to MAILS_A_RUN mails in one conversation, and ends early once `until` is set.

    Does nothing where no mail server is set up. Call it outside a transaction.
    """
    if not settings.HAS_MAIL or not OutboxMail.objects.due(timezone.now()).exists():
        return Run()
    try:
        with connected() as connection:
            return _send_in_turn(connection, until=until or threading.Event(), jitter=jitter)
    except ServerUnreachable as problem:
        return Run(problem=str(problem))


def _send_in_turn(connection: BaseEmailBackend, *, until: threading.Event, jitter: Jitter) -> Run:
    sent = 0
    for mail in _taken_in_hand(until):
        outcome = deliver(mail, connection=connection)
        _settle(mail, outcome=outcome, jitter=jitter())
        sent += outcome.fate == Fate.SENT
        if outcome.fate == Fate.CUT_OFF:
            return Run(sent, outcome.problem)
    return Run(sent)


def _taken_in_hand(until: threading.Event) -> Iterator[OutboxMail]:
    """One due mail after the other that is now ours to send."""
    for _turn in range(MAILS_A_RUN):
        mail = None if until.is_set() else _take(timezone.now())
        if mail is None:
            return
        yield mail


def _take(now: datetime) -> OutboxMail | None:
    """The mail that has been due for longest, in our hand alone; None when nothing is due."""
    while mail := OutboxMail.objects.due(now).order_by("due_at", "pk").first():
        untouched = OutboxMail.objects.waiting().filter(pk=mail.pk, attempts=mail.attempts)
        mail.attempts += 1
        if untouched.update(attempts=mail.attempts, claimed_until=now + IN_HAND):
            return mail
    return None


def _settle(mail: OutboxMail, *, outcome: Outcome, jitter: float) -> None:
    """Writes down what became of a mail; its number and the kind of problem go into the log."""
    waiting = OutboxMail.objects.waiting().filter(pk=mail.pk)
    changes = {"claimed_until": None, "last_problem": outcome.problem}
    if outcome.fate == Fate.SENT:
        waiting.update(sent_at=timezone.now(), **changes)
        return
    # Who slept for longer than IN_HAND has nothing to say any more: another one has it in hand.
    still_ours = waiting.filter(attempts=mail.attempts)
    wait = wait_after(mail.attempts, jitter=jitter)
    if outcome.fate == Fate.REFUSED or wait is None:
        still_ours.update(given_up_at=timezone.now(), **changes)
        logger.warning("mail %s was given up: %s", mail.pk, outcome.problem)
    else:
        still_ours.update(due_at=timezone.now() + wait, **changes)
        logger.info("mail %s will be tried again: %s", mail.pk, outcome.problem)
