"""A log for the report, row by row: all of one comment unless said otherwise."""

from datetime import UTC, datetime, timedelta
from itertools import count

from comments.states import Action
from comments.transparency.counting import Happening

BEGAN = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
NUMBERS = count(1)
STATUS = {
    Action.APPROVE: ("pending", "published"),
    Action.HOLD: ("published", "pending"),
    Action.MARK_SPAM: ("pending", "spam"),
    Action.REMOVE: ("published", "removed"),
    Action.TRASH: ("published", "trashed"),
    Action.RESTORE: ("removed", "published"),
    Action.UNDO: ("removed", "published"),
    Action.CONFIRM_SPAM: ("spam", "spam"),
}


def happening(what, *, hours=0, comment=1, **fields):
    """One event, so many hours after the beginning; its statuses are the usual ones."""
    before, after = STATUS.get(what, ("published", "published"))
    defaults = {
        "subject": ("comment", comment),
        "number": next(NUMBERS),
        "at": BEGAN + timedelta(hours=hours),
        "before": before,
        "after": after,
    }
    return Happening(what=what, **(defaults | fields))


def posted(outcome="pending", **fields):
    """A reader's comment that comes in."""
    return happening(Action.SUBMIT, before="", after=outcome, **fields)
