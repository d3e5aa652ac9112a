"""Carries out decisions on many, chunk by chunk.

A chunk is one transaction: its decisions and their outcomes are written together or not at all. So
a worker that is killed loses nothing, and two workers never decide twice.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from comments import permissions, rulebook
from comments.models import BulkJob, BulkOutcome, Comment, RuleVersion
from comments.moderation import many
from comments.moderation.many import Busy, JointDecision, Seen
from comments.states import Action

logger = logging.getLogger(__name__)

CHUNK = 250  # half a second on SQLite, where nobody else can write meanwhile
BUDGET_SECONDS = 4.0  # of the worker's clock, which has other jobs, too


def carry_on() -> None:
    """Go on with what is not ended, a chunk of each job in turn; a job of the clock."""
    until = time.monotonic() + BUDGET_SECONDS
    jobs = BulkJob.objects.filter(ended_at=None).order_by("created_at")
    left = list(jobs.values_list("pk", flat=True))
    while left and time.monotonic() < until:
        left = [batch for batch in left if carry_out_some(batch)]


def carry_out_some(batch: UUID) -> bool:
    """Carry out a chunk of a job; whether there may be more to do now."""
    try:
        return _carry_out(batch, CHUNK)
    except Busy:
        return False
    except Exception:
        logger.exception("batch %s: a chunk failed; its comments follow one by one", batch)
    return all(_carry_out_one(batch) for _comment in range(CHUNK))


def call_off(batch: UUID) -> None:
    """Decide on nothing more of a job, once the chunk under way has ended; in a transaction.

    Until that ends nobody else calls it off, or takes it back.
    """
    job = BulkJob.objects.select_for_update().filter(pk=batch).first()
    if job and job.ended_at is None:
        job.items.filter(outcome=BulkOutcome.WAITING).delete()
        _end(job)


def _carry_out(batch: UUID, number: int) -> bool:
    with transaction.atomic():
        # Another worker may have it in hand.
        unlocked = BulkJob.objects.select_for_update(skip_locked=True)
        job = unlocked.filter(pk=batch, ended_at=None).first()
        if job is None:
            return False
        if not permissions.may_moderate(job.moderator):  # any more
            call_off(batch)
            return False
        if not _holds(job.rule_version):
            _refuse_the_rest(job)
            return False
        waiting = _waiting(job, number)
        _write(job, _decide(job, waiting))
        if len(waiting) < number:
            _end(job)
    return len(waiting) == number


def _decide(job: BulkJob, waiting: Sequence[Seen]) -> Mapping[int, BulkOutcome]:
    """What is not of the moderator's section, or not any more, is left as it is."""
    beyond = _beyond_section(job.moderator, [one.comment_id for one in waiting])
    within = [one for one in waiting if one.comment_id not in beyond]
    decided = many.decide(within, _decision_of(job))
    return {**decided, **dict.fromkeys(beyond, BulkOutcome.REFUSED)}


def _beyond_section(moderator: User, numbers: Sequence[int]) -> set[int]:
    """Which of the comments are somebody else's; what was deleted is nobody's."""
    section = permissions.section_of(moderator)
    if section is None:
        return set()
    comments = Comment.objects.filter(pk__in=numbers).exclude(page__in=section)
    return set(comments.values_list("pk", flat=True))


def _holds(version: RuleVersion | None) -> bool:
    """Whether the newsroom's rule still says what it said to whoever decided by it, if by one."""
    return version is None or rulebook.find(version.rule.code) == version


def _refuse_the_rest(job: BulkJob) -> None:
    job.items.filter(outcome=BulkOutcome.WAITING).update(outcome=BulkOutcome.REFUSED)
    _end(job)


def _carry_out_one(batch: UUID) -> bool:
    """What cannot be decided on, whatever is wrong with it, must not keep the others waiting."""
    try:
        return _carry_out(batch, 1)
    except Busy:
        return False
    except Exception:
        logger.exception("batch %s: one comment is left as it is", batch)
    job = BulkJob.objects.get(pk=batch)
    _write(job, {one.comment_id: BulkOutcome.REFUSED for one in _waiting(job, 1)})
    return True


def _waiting(job: BulkJob, number: int) -> list[Seen]:
    items = job.items.filter(outcome=BulkOutcome.WAITING).order_by("pk")[:number]
    return [Seen(item.comment_id, item.seen_event_id) for item in items]


def _decision_of(job: BulkJob) -> JointDecision:
    return JointDecision(
        action=Action(job.action),
        moderator=job.moderator,
        batch=job.batch,
        rule_version=job.rule_version,
        explanation=job.explanation,
    )


def _write(job: BulkJob, outcomes: Mapping[int, BulkOutcome]) -> None:
    groups: dict[BulkOutcome, list[int]] = defaultdict(list)
    for number, outcome in outcomes.items():
        groups[outcome].append(number)
    for outcome, numbers in groups.items():
        job.items.filter(comment_id__in=numbers).update(outcome=outcome)


def _end(job: BulkJob) -> None:
    job.ended_at = timezone.now()
    job.explanation = ""  # each author's own statement holds it now, and goes with the comment
    job.save(update_fields=["ended_at", "explanation"])
