"""The raid switch of one post: all held, no links, slower, and back by itself after a while."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments import desk_log, effects
from comments.models import DeskAct, Raid

logger = logging.getLogger(__name__)


def start(page: Page, *, hours: int, user: User) -> Raid:
    """Switch it on for so many hours from now; one that is on already ends, and this one begins."""
    now = timezone.now()
    with transaction.atomic():
        _end_active(page, user=user, now=now)
        raid = Raid.objects.create(
            page_id=page.pk, started_at=now, ends_at=now + timedelta(hours=hours), started_by=user
        )
        desk_log.record(DeskAct.RAID, actor=user, subject=page.pk, is_on=True, hours=hours)
    logger.info("raid switch of page %s: on for %s hours", page.pk, hours)
    return raid


def stop(page: Page, *, user: User) -> bool:
    """Switch it off now; returns whether it was on."""
    with transaction.atomic():
        was_on = _end_active(page, user=user, now=timezone.now())
        if was_on:
            desk_log.record(DeskAct.RAID, actor=user, subject=page.pk, is_on=False)
    if was_on:
        logger.info("raid switch of page %s: off", page.pk)
    return was_on


def _end_active(page: Page, *, user: User, now: datetime) -> bool:
    # The thread's row first: it lets two moderators in one after the other.
    effects.touch(page.pk)
    return bool(Raid.objects.active(now).filter(page_id=page.pk).update(ends_at=now, ended_by=user))
