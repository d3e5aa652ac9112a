"""How long mails are kept."""

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from operations.models import OutboxMail

logger = logging.getLogger(__name__)

KEEP = timedelta(days=7)  # docs/privacy.md: outbox rows are kept for a week
# Longer than operations/outbox/retry.py tries: only mail that no server was there for is that old.
LONGEST_WAIT_FOR_A_SERVER = timedelta(days=7)
NO_SERVER = "no mail server"


def forget_old() -> None:
    """Deletes mails a week after they were sent or given up; a job of the clock.

    What no mail server could be found for in a week is given up, loudly: its news is old by then,
    and an address is not kept for ever.
    """
    now = timezone.now()
    OutboxMail.objects.filter(Q(sent_at__lte=now - KEEP) | Q(given_up_at__lte=now - KEEP)).delete()
    too_old = OutboxMail.objects.due(now).filter(due_at__lte=now - LONGEST_WAIT_FOR_A_SERVER)
    number = too_old.update(given_up_at=now, claimed_until=None, last_problem=NO_SERVER)
    if number:
        logger.error("%s mails were given up: for a week there was no mail server", number)
