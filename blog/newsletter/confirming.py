"""The owner of an address says: yes, that was me."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from blog.models import Subscriber

SHOWN = 20


def also_asked(subscriber: Subscriber) -> QuerySet[Subscriber]:
    """What else waits for a confirmation of the same address: it gets one such mail a day."""
    rows = Subscriber.objects.filter(email=subscriber.email, confirmed_at=None)
    others = rows.exclude(pk=subscriber.pk).select_related("campaign", "locale")
    return others.order_by("-asked_at")[:SHOWN]


def confirm(subscriber: Subscriber, *, also: Collection[int] = ()) -> None:
    """Confirm a wish, and those of `also` (row numbers) that the same address made.

    Twice is once. What appeared before is not sent.
    """
    now = timezone.now()
    chosen = [row.pk for row in also_asked(subscriber) if row.pk in also]
    with transaction.atomic():
        waiting = Subscriber.objects.filter(pk__in=[subscriber.pk, *chosen], confirmed_at=None)
        waiting.update(confirmed_at=now, told_until=now)
