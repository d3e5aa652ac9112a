"""Labels that the worker settles: many were decided at once, or to settle one failed before."""

import logging
import time

from django.db import transaction

from comments.learning import labels
from comments.models import Comment, LabelDue

logger = logging.getLogger(__name__)

BUDGET_SECONDS = 3.0  # the clock has other jobs, too; it is back in ten seconds
AT_ONCE = 1_000


def settle_due() -> None:
    """Give the comments of `LabelDue` their labels, for as long as a job of the clock may take.

    By lot, so that one that fails, and is logged, keeps no other waiting.
    """
    until = time.monotonic() + BUDGET_SECONDS
    due = LabelDue.objects.order_by("?").values_list("pk", flat=True)
    for number in list(due[:AT_ONCE]):
        if time.monotonic() > until:
            return
        _settle_logged(number)


def _settle_logged(number: int) -> None:
    try:
        _settle(number)
    except Exception:
        logger.exception("the label of comment %s could not be settled", number)


def _settle(number: int) -> None:
    """The comment is locked first, as every act does; so no decision falls in between."""
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).filter(pk=number).first()
        if comment and LabelDue.objects.filter(pk=number).delete()[0]:
            labels.settle_comment(comment)
