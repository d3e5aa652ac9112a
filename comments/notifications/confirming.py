"""The owner of an address says: yes, that was me."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comments import standing
from comments.models import Subscription

SHOWN = 20


def also_asked(subscription: Subscription) -> QuerySet[Subscription]:
    """What else waits for a confirmation of the same address: it gets one such mail a day."""
    rows = Subscription.objects.filter(email=subscription.email, confirmed_at=None)
    others = rows.exclude(pk=subscription.pk).select_related("page", "comment")
    return others.order_by("-created_at")[:SHOWN]


def confirm(subscription: Subscription, *, also: Collection[int] = ()) -> list[int]:
    """Confirm a wish, and those of `also` (row numbers) that the same address made.

    Twice is once. A comment that a wish is about is proven to be this address's; returned are
    the numbers of those that were proven now.
    """
    others = [row for row in also_asked(subscription) if row.pk in also]
    with transaction.atomic():
        confirmed = [row for row in (subscription, *others) if _confirm(row)]
    return [row.comment_id for row in confirmed if row.comment_id]


def _confirm(subscription: Subscription) -> bool:
    unconfirmed = Subscription.objects.filter(pk=subscription.pk, confirmed_at=None)
    is_new = unconfirmed.update(confirmed_at=timezone.now())
    if is_new and subscription.comment:
        standing.prove_email(subscription.comment, email=subscription.email)
    return bool(is_new)
