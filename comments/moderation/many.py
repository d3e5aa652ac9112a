"""One decision on many comments in a few statements, each with an event of its own.

What becomes of each is what `acts` would make of it alone (tests/comments/moderation/test_many.py
compares the two).
"""

import random
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import OperationalError, transaction

from accounts.models import User
from comments import effects
from comments.models import BulkOutcome, Comment, Explanation, ModerationEvent, RuleVersion
from comments.moderation.ruling import (
    DecisionRefused,
    ReasonMissing,
    Ruling,
    StaleDecision,
    TransitionNotAllowed,
)
from comments.moderation.transition import (
    Standing,
    event_of,
    refuse_impossible,
    where_it_stands,
)
from comments.states import OUTCOMES, Action, CommentStatus, Reason, RemovedBy

# What can be decided on many; the others need a look at each.
JOINT_ACTIONS = (*OUTCOMES, Action.CONFIRM_SPAM, Action.RESTORE, Action.UNDO)
MAX_IN_A_STATEMENT = 1_000
# Another act holds a comment for some milliseconds; we come back, and keep none of ours meanwhile.
ATTEMPTS = 40
LONGEST_PAUSE_SECONDS = 0.05
IN_THE_QUEUE = Standing(CommentStatus.PENDING)
GONE = (CommentStatus.REMOVED, CommentStatus.TRASHED)


class Seen(NamedTuple):
    """A comment as a moderator saw it: its number, and that of its last event."""

    comment_id: int
    event_id: int


@dataclass(frozen=True, kw_only=True)
class JointDecision:
    """What is decided, by whom, and why; `batch` ties its events together.

    A removal is by a rule, or by a reason alone. For `Action.UNDO` what was seen of each comment is
    the event that is taken back.
    """

    action: Action
    moderator: User
    batch: UUID = field(default_factory=uuid4)
    reason: str = Reason.NONE
    rule_version: RuleVersion | None = None
    explanation: str = ""

    def ruling(self, seen_event_id: int) -> Ruling:
        """The same for one of the comments."""
        return Ruling(
            moderator=self.moderator,
            seen_event_id=seen_event_id,
            reason=self.reason,
            batch=self.batch,
            rule_version=self.rule_version,
            explanation=self.explanation,
        )


class Busy(Exception):
    """Others are deciding on the same comments again and again; nothing was changed."""


Log = Sequence[ModerationEvent]


def decide(seen: Sequence[Seen], decision: JointDecision) -> Mapping[int, BulkOutcome]:
    """Carry out a decision on each of the comments in one transaction; what became of each.

    One that something has happened to since is left as it is, and so is one that cannot go there.
    Whether each was read is the caller's business (`unread`). Raises what `check` raises,
    `ValueError` for more than `MAX_IN_A_STATEMENT`, and `Busy`.
    """
    check(decision)
    if len(seen) > MAX_IN_A_STATEMENT:
        raise ValueError(f"{len(seen)} comments")
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311  (nothing secret)
        try:
            with transaction.atomic():
                return _decide(seen, decision)
        except OperationalError as error:
            if not _is_about_locks(error):
                raise
    raise Busy(decision.batch)


def check(decision: JointDecision) -> None:
    """Raises `ValueError` for what is not decided on many, `ReasonMissing` as `acts.remove`."""
    if decision.action not in JOINT_ACTIONS:
        raise ValueError(f"{decision.action} of many comments")
    if decision.action == Action.REMOVE and decision.ruling(0).ground == Reason.NONE:
        raise ReasonMissing(decision.batch)


def _is_about_locks(error: OperationalError) -> bool:
    """PostgreSQL: another act holds a row (55P03), or both would wait for ever (40P01)."""
    return getattr(error.__cause__, "sqlstate", "") in ("55P03", "40P01")


def _decide(seen: Sequence[Seen], decision: JointDecision) -> Mapping[int, BulkOutcome]:
    looked_at = dict(seen)
    comments = _locked(looked_at)
    logs = _logs(comments)
    outcomes, events = dict.fromkeys(looked_at, BulkOutcome.GONE), []
    for_good = _for_good(looked_at.values()) if decision.action == Action.UNDO else ()
    for number, comment in comments.items():
        try:
            if looked_at[number] in for_good:
                raise TransitionNotAllowed(comment)
            events.append(_event(comment, logs[number], decision, looked_at[number]))
            outcomes[number] = BulkOutcome.DONE
        except StaleDecision:
            outcomes[number] = BulkOutcome.STALE
        except DecisionRefused:
            outcomes[number] = BulkOutcome.REFUSED
    if events:
        _write(events, decision)
    return outcomes


def _for_good(events: Collection[int]) -> Collection[int]:
    """Which of the events `acts.undo` would refuse to take back."""
    revocable = ModerationEvent.objects.filter(pk__in=events).revocable()
    return set(events) - set(revocable.values_list("pk", flat=True))


def _locked(numbers: Iterable[int]) -> Mapping[int, Comment]:
    """By number, without waiting for any: whoever holds many and waits keeps everybody waiting."""
    found = Comment.objects.filter(pk__in=numbers).order_by("pk").defer("body_html")
    return {each.pk: each for each in found.select_for_update(no_key=True, nowait=True)}


def _logs(numbers: Iterable[int]) -> Mapping[int, Log]:
    logs: dict[int, list[ModerationEvent]] = defaultdict(list)
    events = ModerationEvent.objects.filter(comment_id__in=numbers).order_by("pk")
    for event in events.only("comment_id", "action", "to_status", "removed_by"):
        logs[event.comment_id].append(event)
    return logs


def _event(
    comment: Comment, log: Log, decision: JointDecision, seen_event_id: int
) -> ModerationEvent:
    if log[-1].pk != seen_event_id:
        raise StaleDecision(comment, log[-1])
    standing = _standing(comment, log, decision.action)
    refuse_impossible(comment, standing, decision.action)
    ruling = decision.ruling(seen_event_id)
    return event_of(comment, standing, decision.action, ruling=ruling, reason=Reason.NONE)


def _standing(comment: Comment, log: Log, action: Action) -> Standing:
    """As the functions of `acts` choose it, from a log that is read already."""
    if action == Action.UNDO:
        return _after(log[:-1])
    if action == Action.RESTORE and comment.status in GONE:
        gone = {CommentStatus.TRASHED, comment.status}
        return _after([event for event in log if event.to_status not in gone])
    if action == Action.CONFIRM_SPAM and comment.status == CommentStatus.SPAM:
        return where_it_stands(comment)
    if action not in OUTCOMES:
        raise TransitionNotAllowed(comment)
    return Standing(OUTCOMES[action], RemovedBy.ADMINISTRATOR if action == Action.REMOVE else "")


def _after(log: Log) -> Standing:
    latest = log[-1] if log else None
    return Standing(latest.to_status, latest.removed_by) if latest else IN_THE_QUEUE


def _write(events: Sequence[ModerationEvent], decision: JointDecision) -> None:
    ModerationEvent.objects.bulk_create(events)
    for standing, numbers in _by_standing(events).items():
        moved = Comment.objects.filter(pk__in=numbers)
        moved.update(status=standing.status, removed_by=standing.removed_by)
    if words := decision.explanation:
        Explanation.objects.bulk_create(Explanation(event=each, words=words) for each in events)
    effects.record_many(events)
    transaction.on_commit(lambda: effects.wake_many(events), robust=True)


def _by_standing(events: Iterable[ModerationEvent]) -> Mapping[Standing, Collection[int]]:
    groups: dict[Standing, list[int]] = defaultdict(list)
    for event in events:
        standing = Standing(event.to_status, event.removed_by)
        event.comment.status, event.comment.removed_by = standing
        groups[standing].append(event.comment_id)
    return groups
