"""Carrying out what was asked for a day ago: a job of the clock, some comments at a time.

Killed at any moment it goes on where it was; two workers at once do nothing twice.
"""

import logging
import time
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
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
    """Begin, or go on, until the time is up or it is called off."""
    if act.kind == IrreversibleKind.EXPORT:
        if _is_still_wanted(act):
            exporting.export(act)
            _settle(act, left=0)
        return
    wanted = [Seen(*row) for row in act.wanted]
    for place in range(0, len(wanted), AT_ONCE):
        is_over = not _purge_some(act, wanted[place : place + AT_ONCE])
        if is_over or time.monotonic() > until:
            return
    left = purging.number_left(wanted)
    _settle(act, left=left, deleted=len(wanted) - left)


def _purge_some(act: IrreversibleAct, wanted: Sequence[Seen]) -> bool:
    """Delete some, unless it is over. Who calls it off meanwhile waits until these are gone."""
    with transaction.atomic():
        asker = _who_wants(act)
        if asker:
            purging.purge(wanted, administrator=asker)
    return asker is not None


def _is_still_wanted(act: IrreversibleAct) -> bool:
    with transaction.atomic():
        return _who_wants(act) is not None


def _who_wants(act: IrreversibleAct) -> User | None:
    """Whoever asked, with the act locked; None where it is over.

    It is called off when they, or the second person, are no administrators any more.
    """
    open_still = IrreversibleAct.objects.filter(pk=act.pk, done_at=None, called_off_at=None)
    locked = open_still.select_for_update(of=("self",)).defer("wanted")
    found = locked.select_related("asked_by", "confirmed_by").first()
    if found is None:
        return None
    people = [found.asked_by, found.confirmed_by] if found.needs_second else [found.asked_by]
    if all(each and each.is_active and each.is_superuser for each in people):
        return found.asked_by
    asking.call_off(found.pk, administrator=None, now=timezone.now())
    return None


def _settle(act: IrreversibleAct, **numbers: int) -> None:
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
                **numbers,
            )
