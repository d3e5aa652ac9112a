"""Gives mails that were given up another chance."""

from django.utils import timezone

from operations.models import OutboxMail, OutboxMailQuerySet
from operations.outbox.withdrawing import WITHDRAWN


def revivable() -> OutboxMailQuerySet:
    """What was given up, but for what nobody wants any more."""
    return OutboxMail.objects.given_up().exclude(last_problem=WITHDRAWN)


def revive(number: int | None = None) -> int:
    """Makes one mail due now, or all of them, with as many attempts as a new one; how many."""
    mails = revivable() if number is None else revivable().filter(pk=number)
    return mails.update(given_up_at=None, due_at=timezone.now(), attempts=0, last_problem="")
