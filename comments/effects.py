"""What follows an act: rows of the same transaction, and what may hurry them afterwards."""

import logging
import random
from collections.abc import Callable

from django.db import transaction
from django.db.models import F

from comments import clusters, notifications, report_outcomes, threads
from comments.learning import checks, labels
from comments.models import ModerationEvent, Thread
from comments.states import Action

logger = logging.getLogger(__name__)

LOT = random.SystemRandom()  # nobody knows beforehand which comments are looked at


def record(event: ModerationEvent) -> None:
    """Write the rows that must follow the event; call it inside the act's transaction."""
    threads.settle(event.comment.parent_id)  # first: comments are locked before their thread
    touch(event.comment.page_id)
    report_outcomes.follow(event)
    if event.action == Action.WITHDRAW:
        notifications.forget_comment(event.comment_id)
    _follow(event, _group)
    _follow(event, _learn)
    _follow(event, notifications.record)


def _follow(event: ModerationEvent, step: Callable[[ModerationEvent], None]) -> None:
    """What is only useful must never cost anybody a comment, nor a moderator a decision."""
    try:
        with transaction.atomic():  # so that half of the rows go again, and nothing else
            step(event)
    except Exception:
        logger.exception(
            "event %s: %s did not follow", event.pk, f"{step.__module__}.{step.__name__}"
        )


def _group(event: ModerationEvent) -> None:
    """Words that are new here are put with those that are alike."""
    if event.action in (Action.SUBMIT, Action.EDIT, Action.ACCEPT_EDIT):
        comment = event.comment
        clusters.join(comment, comment.body, now=event.created_at)


def _learn(event: ModerationEvent) -> None:
    labels.settle(event)
    checks.draw(event, chance=LOT)


def touch(page_id: int) -> None:
    """Give the page's thread a new version, so that nothing kept of it stays valid."""
    Thread.objects.get_or_create(page_id=page_id)
    Thread.objects.filter(page_id=page_id).update(version=F("version") + 1)


def wake(event: ModerationEvent) -> None:
    """Tell the outside world, after the commit; losing this loses nothing that matters."""
    logger.info(
        "comment %s: %s (%s -> %s)",
        event.comment_id,
        event.action,
        event.from_status or "new",
        event.to_status,
    )
