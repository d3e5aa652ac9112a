"""What is due goes live, and what has expired is taken down, each for itself and in one piece.

Wagtail's own `publish_scheduled` does all in a row and in no transaction: whatever fails is then
scheduled no more, and what comes after it waits for ever.
"""

import logging
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)

_complained_of: set[str] = set()


def settle() -> None:
    """Take down what has expired, then publish what is due. What fails stays due."""
    now = timezone.now()
    for page in list(Page.objects.live().filter(expire_at__lt=now).order_by("expire_at")):
        down = partial(page.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled")
        _try(down, f"taking down page {page.pk}")
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for revision in list(due):
        up = partial(revision.publish, log_action="wagtail.publish.scheduled")
        _try(up, f"publishing page {revision.object_id}")


def _try(step: Callable[[], object], what: str) -> None:
    """Do all of it or nothing. A failure is told once: it is tried again every few seconds."""
    try:
        with transaction.atomic():
            step()
    except Exception:
        if what not in _complained_of:
            logger.exception("%s failed; it stays due", what)
        _complained_of.add(what)
    else:
        _complained_of.discard(what)
