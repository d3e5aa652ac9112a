"""Turns what is due into mails: one person, one mail, and not too often.

A batch is one transaction: its notices are settled and its mails are in the outbox, or neither.
Two workers take turns, for each locks the people it writes to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from comments.models import Notice, Subscription
from comments.models.notice import NoticeQuerySet
from comments.notifications import digests, mails, truth
from comments.notifications.pacing import DAY, reader_may_hear_at
from operations import outbox

PEOPLE_A_BATCH = 100
BATCHES_A_RUN = 5  # the clock has other jobs, too; it is back in ten seconds


def dispatch_due() -> None:
    """Posts what is due; a job of the clock. Call it outside a transaction."""
    if not settings.HAS_MAIL:
        return
    now = timezone.now()
    digests.dispatch(now=now)
    for _batch in range(BATCHES_A_RUN):
        people = _people(now)
        if not people:
            return
        _tell(people, now=now)


def _people(now: datetime) -> list[int]:
    """The subscriptions, confirmed, for which something is due; who waits longest comes first."""
    due = Notice.objects.due(now).filter(subscription__confirmed_at__isnull=False)
    oldest_first = due.order_by("due_at", "pk").values_list("subscription_id", flat=True)
    return list(dict.fromkeys(oldest_first[:PEOPLE_A_BATCH]))


def _tell(people: Iterable[int], *, now: datetime) -> None:
    with transaction.atomic():
        locked = Subscription.objects.select_for_update().filter(pk__in=people).order_by("pk")
        subscriptions = list(locked)
        due = Notice.objects.due(now).filter(subscription__in=subscriptions)
        grouped = _grouped(truth.still_true(due))
        told = {notice.pk for notices in grouped.values() for notice in notices}
        due.exclude(pk__in=told).delete()
        sent = _sent_today(subscriptions, now=now)
        for subscription in subscriptions:
            if notices := grouped[subscription.pk]:
                _tell_or_wait(subscription, notices, sent=sent[subscription.pk], now=now)


def _tell_or_wait(
    subscription: Subscription, notices: list[Notice], *, sent: set[datetime], now: datetime
) -> None:
    rows = Notice.objects.filter(pk__in=[notice.pk for notice in notices])
    later = reader_may_hear_at(subscription.frequency, sent=sent)
    if later and later > now:
        rows.update(due_at=later)
        return
    rows.update(settled_at=now)
    comments = [notice.event.comment for notice in notices]
    outbox.post(mails.news(subscription, comments, number=notices[-1].pk))


def _grouped(notices: NoticeQuerySet) -> Mapping[int | None, list[Notice]]:
    groups: dict[int | None, list[Notice]] = defaultdict(list)
    for notice in notices.select_related("event__comment").order_by("pk"):
        groups[notice.subscription_id].append(notice)
    return groups


def _sent_today(
    subscriptions: Iterable[Subscription], *, now: datetime
) -> Mapping[int, set[datetime]]:
    """When mails left in the last 24 hours; all notices of one mail were settled at one time."""
    settled = Notice.objects.filter(subscription__in=subscriptions, settled_at__gt=now - DAY)
    sent: dict[int, set[datetime]] = defaultdict(set)
    for number, at in settled.values_list("subscription_id", "settled_at").distinct():
        if number and at:
            sent[number].add(at)
    return sent
