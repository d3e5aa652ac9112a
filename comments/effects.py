"""What follows an act: rows of the same transaction, and what may hurry them afterwards."""

import logging
import random
from collections.abc import Callable, Collection, Sequence

from django.db import transaction
from django.db.models import F

from comments import (
    appeal_outcomes,
    clusters,
    notifications,
    report_outcomes,
    threads,
    urgency,
)
from comments.learning import checks, labels
from comments.models import ModerationEvent, Thread
from comments.states import Action, CommentStatus
from operations import page_cache

logger = logging.getLogger(__name__)

UNSEEN = {CommentStatus.PENDING, CommentStatus.SPAM}
LOT = random.SystemRandom()  # nobody knows beforehand which comments are looked at


def record(event: ModerationEvent) -> None:
    """Write the rows that must follow the event; call it inside the act's transaction."""
    threads.settle(event.comment.parent_id)  # first: comments are locked before their thread
    _take_turn(event.comment.page_id)
    if not _is_unseen(event):
        page_cache.changed()
    report_outcomes.follow([event])
    urgency.follow([event])
    if event.action == Action.WITHDRAW:
        notifications.forget_comment(event.comment_id)
    _follow([event], lambda: _group(event))
    if not _follow([event], lambda: _learn(event)):
        _follow([event], lambda: labels.put_off([event]))
    _follow([event], lambda: notifications.record(event))
    appeal_outcomes.follow([event])


def record_many(events: Sequence[ModerationEvent]) -> None:
    """The same for decisions on many comments, in sets; each comment is locked already.

    Labels are left to the worker, for to read a thousand comments takes seconds.
    """
    threads.settle_many({each.comment.parent_id for each in events if each.comment.parent_id})
    _take_turns({event.comment.page_id for event in events})
    page_cache.changed()
    report_outcomes.follow(events)
    urgency.follow(events)
    _follow(events, lambda: labels.put_off(events))
    _follow(events, lambda: notifications.record_many(events))
    appeal_outcomes.follow(events)


def _follow(events: Sequence[ModerationEvent], step: Callable[[], None]) -> bool:
    """What is only useful must never cost anybody a comment, nor a moderator a decision."""
    try:
        with transaction.atomic():  # so that half of the rows go again, and nothing else
            step()
    except Exception:
        logger.exception("events %s: something did not follow", [event.pk for event in events])
        return False
    return True


def _group(event: ModerationEvent) -> None:
    """Words that are new here are put with those that are alike; old ones where they wait."""
    comment = event.comment
    is_new = event.action in (Action.SUBMIT, Action.EDIT, Action.ACCEPT_EDIT)
    if is_new or (event.action == Action.IMPORT and comment.status == CommentStatus.PENDING):
        clusters.join(comment, clusters.words_of(comment), now=event.created_at)


def _learn(event: ModerationEvent) -> None:
    labels.settle(event)
    checks.draw(event, chance=LOT)


def touch(page_id: int) -> None:
    """Something that readers see below the page changes: nothing kept of it stays good."""
    _take_turn(page_id)
    page_cache.changed()


def _is_unseen(event: ModerationEvent) -> bool:
    """Whether a comment has come that waits or is spam: nobody reads it, and nothing answers it."""
    return event.action == Action.SUBMIT and event.to_status in UNSEEN


def _take_turn(page_id: int) -> None:
    """Acts on the comments of one page come one after the other."""
    thread = Thread.objects.filter(page_id=page_id)
    if not thread.update(version=F("version") + 1):
        Thread.objects.get_or_create(page_id=page_id)
        thread.update(version=F("version") + 1)


def _take_turns(page_ids: Collection[int]) -> None:
    """In the order of their numbers, so that two acts never wait for each other for ever."""
    Thread.objects.bulk_create([Thread(page_id=each) for each in page_ids], ignore_conflicts=True)
    threads_here = Thread.objects.filter(page_id__in=page_ids)
    list(threads_here.order_by("pk").select_for_update().values_list("pk"))
    threads_here.update(version=F("version") + 1)


def wake(event: ModerationEvent) -> None:
    """Tell the outside world, after the commit; losing this loses nothing that matters."""
    logger.info(
        "comment %s: %s (%s -> %s)",
        event.comment_id,
        event.action,
        event.from_status or "new",
        event.to_status,
    )


def wake_many(events: Sequence[ModerationEvent]) -> None:
    """The same for decisions on many, in one line of the log."""
    first = events[0]
    logger.info("batch %s: %s of %d comments", first.batch, first.action, len(events))
