"""What an author may ask to be looked at again, and asking for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from comments import desk_log, pace, receipts
from comments.appeal_outcomes import TAKES_AWAY, grounds_of, named
from comments.appeals.turn import settings_of
from comments.models import Appeal, AppealState, Comment, DeskAct, ModerationEvent
from comments.states import CommentStatus, RemovedBy
from comments.submission import Sender
from operations import limits

STRETCH = timedelta(hours=1)
SENDER_IS_REFUSED_AFTER = 10
PAGE_IS_REFUSED_AFTER = 100
FINAL = (AppealState.UPHELD, AppealState.VARIED)


class TooManyAppeals(Exception):
    """Nothing was stored; the same may be sent again after `retry_after_seconds`."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"again in {retry_after_seconds} seconds")
        self.retry_after_seconds = retry_after_seconds


class NotAppealable(Exception):
    """There is no decision on the comment that its author can appeal against now."""


@dataclass(frozen=True)
class Chance:
    """A decision that can be appealed against, and until when."""

    event: ModerationEvent
    until: datetime


def chance_to_appeal(comment: Comment, *, now: datetime) -> Chance | None:
    """The decision that the comment's author may appeal against now; None when there is none.

    Only a person's decision: what waits, and what the filter binned, reads as waiting.
    """
    if not comment.body or not is_taken_away(comment):
        return None
    event = _decision_on(comment)
    if event is None or _was_looked_at(comment, event):
        return None
    until = event.created_at + timedelta(days=settings_of(comment).appeal_within_days)
    return Chance(event, until) if now < until else None


def is_taken_away(comment: Comment) -> bool:
    """Whether its author is told that a person took it away, or left it so: what waits is not."""
    status = receipts.public_status(comment)
    if status == CommentStatus.REMOVED:
        return comment.removed_by == RemovedBy.ADMINISTRATOR
    return status in (CommentStatus.SPAM, CommentStatus.TRASHED)


def appeal(comment: Comment, statement: str, *, sender: Sender, now: datetime) -> Appeal:
    """Store an appeal for the author of a comment. Call it outside a transaction.

    Sent twice it is one. Raises `TooManyAppeals` and `NotAppealable`.
    """
    _take_turn(comment, sender)
    with transaction.atomic():
        locked = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
        if waiting := locked.appeals.open().first():
            return waiting
        chance = chance_to_appeal(locked, now=now)
        if chance is None:
            raise NotAppealable(comment.pk)
        days = settings_of(locked).decide_appeals_within_days
        made = Appeal.objects.create(
            comment=locked,
            event=chance.event,
            statement=statement,
            created_at=now,
            due_at=now + timedelta(days=days),
        )
        _log(made)
    return made


def _decision_on(comment: Comment) -> ModerationEvent | None:
    """The last thing that a person did to take it away, or to leave it so."""
    events = comment.events.filter(
        action__in=TAKES_AWAY, to_status=comment.status, actor_number__isnull=False
    )
    return events.order_by("-pk").first()


def _was_looked_at(comment: Comment, event: ModerationEvent) -> bool:
    """Whether it is being looked at again, or was: then that is the last word on it."""
    is_final = Q(state__in=FINAL, decided_at__gte=event.created_at)
    return comment.appeals.filter(Q(state=AppealState.OPEN) | Q(event=event) | is_final).exists()


def _take_turn(comment: Comment, sender: Sender) -> None:
    """Count one appeal; where nobody can count, the author is heard all the same."""
    times = SENDER_IS_REFUSED_AFTER * (1 if sender.own_key else pace.UNKNOWN_SENDERS)
    page = str(comment.page_id)
    try:
        allowance = limits.take(
            limits.Limit("appeals of a sender", sender.key, times, STRETCH),
            limits.Limit("appeals on a page", page, PAGE_IS_REFUSED_AFTER, STRETCH),
        )
    except limits.LimiterUnavailable:
        return
    if not allowance.is_allowed:
        raise TooManyAppeals(allowance.retry_after_seconds)


def _log(made: Appeal) -> None:
    grounds = grounds_of(made.event)
    desk_log.record(
        DeskAct.APPEAL,
        actor=None,
        subject=made.comment_id,
        appeal=made.pk,
        event=made.event_id,
        action=made.event.action,
        reason=grounds.reason,
        **named(grounds.rule_version),
    )
