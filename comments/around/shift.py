"""A word to whoever has decided for too long: volunteers read what hurts, and burn out."""

from datetime import datetime, timedelta

from accounts.models import User
from comments.around.bounded import MOST_SHOWN
from comments.around.decided import decisions
from comments.models.event import ModerationEventQuerySet

SHIFT = timedelta(hours=1)
# From so many decisions within an hour on, the desk speaks of a break.
TIME_FOR_A_BREAK = 50


def lately(user: User, *, now: datetime) -> ModerationEventQuerySet:
    """What somebody decided within the last hour."""
    return decisions(since=now - SHIFT).filter(actor=user)


def decided_lately(user: User, *, now: datetime) -> int:
    """How many decisions that were, `MOST_SHOWN` + 1 at most."""
    return lately(user, now=now).order_by()[: MOST_SHOWN + 1].count()


def is_time_for_a_break(number: int) -> bool:
    """Whether so many decisions within an hour are enough."""
    return number >= TIME_FOR_A_BREAK
