"""A newsroom with a past: comments and what was decided on them, months ago."""

from datetime import UTC, datetime, timedelta
from itertools import count

from comments.models import DeskAct, DeskEvent, ModerationEvent
from comments.states import Action, CommentStatus

NUMBERS = count(1_000_000)
WAITED = timedelta(hours=2)


def day(month, number=10, year=2025):
    """Noon of a day of that month."""
    return datetime(year, month, number, 17, tzinfo=UTC)


def happened(action, at, *, comment=None, before="", after="published", **fields):
    """An event that stands in the log, with or without a comment behind it."""
    return ModerationEvent.objects.create(
        comment_id=comment or next(NUMBERS),
        action=action,
        from_status=before,
        to_status=after,
        created_at=at,
        **fields,
    )


def removals(number, at, *, reason="abuse", moderator=None, rule_version=None):
    """So many comments that waited for two hours and were removed."""
    for _each in range(number):
        sent = happened(Action.SUBMIT, at - WAITED, after="pending")
        happened(
            Action.REMOVE,
            at,
            comment=sent.comment_id,
            before=CommentStatus.PENDING,
            after=CommentStatus.REMOVED,
            removed_by="administrator",
            reason=reason,
            rule_version=rule_version,
            actor=moderator,
            actor_number=moderator.pk if moderator else None,
        )


def reports(number, at, *, reason="threat"):
    """So many reports of comments that nobody decided on."""
    for _each in range(number):
        DeskEvent.objects.create(
            act=DeskAct.REPORT, subject=next(NUMBERS), data={"reason": reason}, created_at=at
        )
