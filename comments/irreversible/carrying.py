"""Carrying out what was asked for a day ago: a job of the clock, some comments at a time.

Killed at any moment it goes on where it was; two workers at once do nothing twice.
"""

import logging
import time

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from comments import desk_log
from comments.irreversible import asking, exporting, purging
from comments.models import DeskAct, IrreversibleAct, IrreversibleKind
from comments.moderation import Seen

logger = logging.getLogger(__name__)

AT_ONCE = 200
BUDGET_SECONDS = 5.0  # the clock has other jobs, too; it is back in a minute


def carry_out_due() -> None:
    """Carry out what is due; one that breaks keeps no other waiting."""
    until = time.monotonic() + BUDGET_SECONDS
    for act in _due():
        try:
            _carry_out(act, until=until)
        except Exception:
            logger.exception("irreversible act %s: it could not be carried out", act.pk)


def _due() -> QuerySet[IrreversibleAct]:
    is_agreed = Q(needs_second=False) | Q(confirmed_at__isnull=False)
    acts = IrreversibleAct.objects.filter(is_agreed, done_at=None, called_off_at=None)
    return acts.filter(due_at__lte=timezone.now()).select_related("asked_by").order_by("pk")


def _carry_out(act: IrreversibleAct, *, until: float) -> None:
    """Begin, or go on, until the time is up; whoever asked must still be somebody who may."""
    asker = act.asked_by
    if asker is None or not asker.is_active or not asker.is_superuser:
        asking.call_off(act.pk, administrator=None, now=timezone.now())
        return
    if act.kind == IrreversibleKind.EXPORT:
        exporting.export(act)
        _settle(act, left=0)
        return
    wanted = [Seen(*row) for row in act.wanted]
    for place in range(0, len(wanted), AT_ONCE):
        purging.purge(wanted[place : place + AT_ONCE], administrator=asker)
        if time.monotonic() > until:
            return
    _settle(act, left=purging.number_left(wanted))


def _settle(act: IrreversibleAct, *, left: int) -> None:
    """Note that it is done, once; whoever else was at it at the same moment notes nothing."""
    with transaction.atomic():
        open_still = IrreversibleAct.objects.filter(pk=act.pk, done_at=None, called_off_at=None)
        if open_still.update(done_at=timezone.now()):
            desk_log.record(
                DeskAct.CARRY_OUT,
                actor=act.asked_by,
                subject=act.pk,
                kind=act.kind,
                comments=len(act.wanted),
                left=left,
            )
