"""A word to whoever has decided for too long: volunteers read what hurts, and burn out."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from accounts.models import User
from comments.around.bounded import MOST_SHOWN
from comments.around.decided import decisions
from comments.models import BulkJob, ModerationEvent
from comments.models.event import ModerationEventQuerySet

SHIFT = timedelta(hours=1)
# From so many decisions within an hour on, the desk speaks of a break.
TIME_FOR_A_BREAK = 50


def lately(user: User, *, now: datetime) -> ModerationEventQuerySet:
    """What somebody decided within the last hour; one decision on many is one.

    What was chosen card by card and sent together was decided one by one.
    """
    on_many = BulkJob.objects.filter(pk=OuterRef("batch"))
    before = ModerationEvent.objects.filter(batch=OuterRef("batch"), pk__lt=OuterRef("pk"))
    theirs = decisions(since=now - SHIFT).filter(actor=user)
    return theirs.exclude(Exists(on_many), Exists(before.order_by()))


def decided_lately(user: User, *, now: datetime) -> int:
    """How many decisions that were, `MOST_SHOWN` + 1 at most."""
    return lately(user, now=now).order_by()[: MOST_SHOWN + 1].count()


def is_time_for_a_break(number: int) -> bool:
    """Whether so many decisions within an hour are enough."""
    return number >= TIME_FOR_A_BREAK
