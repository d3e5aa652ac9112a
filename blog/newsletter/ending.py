"""Less mail, or none. The address goes with the last wish that it was given for."""

from django.db import transaction
from django.utils import timezone

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import digests


def stop(subscriber: Subscriber) -> None:
    """End one wish; ended before is fine, too."""
    Subscriber.objects.filter(pk=subscriber.pk).delete()


def stop_everything(email: str) -> int:
    """End every wish of an address, however its letters are written; how many there were."""
    number, _by_model = Subscriber.objects.filter(email__iexact=email).delete()
    return number


def change_frequency(subscriber: Subscriber, frequency: str) -> None:
    """Each post, or a digest. What waits for a digest that will not come is sent at once."""
    with transaction.atomic():
        rows = Subscriber.objects.select_for_update(of=("self",)).select_related(
            "locale", "campaign"
        )
        locked = rows.filter(pk=subscriber.pk).first()
        if locked is None or locked.frequency == frequency:
            return
        if locked.confirmed_at is not None and frequency == NewsFrequency.EACH:
            digests.catch_up(locked, now=timezone.now())
        Subscriber.objects.filter(pk=locked.pk).update(frequency=frequency)
