"""How often one person gets mail, whatever happens: floods become a handful."""

from collections.abc import Collection
from datetime import datetime, timedelta

from comments.models import Frequency

DAY = timedelta(days=1)
READERS_FIRST_PAUSE = timedelta(minutes=10)
MODERATORS_PAUSE = timedelta(hours=1)


def reader_may_hear_at(frequency: str, *, sent: Collection[datetime]) -> datetime | None:
    """The earliest moment of the next mail; None when it may leave now.

    `sent` has the times of the mails of the last 24 hours. "Each time" pauses for 10 minutes
    after the first of them, and twice as long after every further one: 8 mails a day at most.
    """
    if not sent:
        return None
    if frequency != Frequency.AT_ONCE:
        return max(sent) + DAY
    doubled: timedelta = READERS_FIRST_PAUSE * 2 ** min(len(sent) - 1, 10)
    return max(sent) + min(doubled, DAY)


def moderator_may_hear_at(*, sent: Collection[datetime]) -> datetime | None:
    """The earliest moment of the next mail; None when it may leave now. One an hour at most."""
    return max(sent) + MODERATORS_PAUSE if sent else None
