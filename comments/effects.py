"""What follows an act: rows of the same transaction, and what may hurry them afterwards."""

import logging

from django.db.models import F

from comments.models import ModerationEvent, Thread

logger = logging.getLogger(__name__)


def record(event: ModerationEvent) -> None:
    """Write the rows that must follow the event; call it inside the act's transaction."""
    touch(event.comment.page_id)


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
