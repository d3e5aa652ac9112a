"""Less mail, or none. The address goes with the last wish that it was given for.

With a wish goes the mail that waits for it: a mail server that was down for a day must not write to
those who have left meanwhile.
"""

from django.db import transaction
from django.utils import timezone

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import digests, mails
from operations import outbox


def stop(subscriber: Subscriber) -> None:
    """End one wish; ended before is fine, too.

    A post goes to an address once, for whichever wish: it still goes while another one is for each.
    """
    with transaction.atomic():
        Subscriber.objects.filter(pk=subscriber.pk).delete()
        _withdraw(subscriber)
        others = Subscriber.objects.confirmed().filter(frequency=NewsFrequency.EACH)
        if not others.filter(email__iexact=subscriber.email).exists():
            _withdraw_posts(subscriber.email)


def stop_everything(email: str) -> int:
    """End every wish of an address, however its letters are written; how many there were."""
    with transaction.atomic():
        number, _by_model = Subscriber.objects.filter(email__iexact=email).delete()
        outbox.withdraw(recipient=email, begins="news:")
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


def _withdraw(subscriber: Subscriber) -> None:
    """What waits for this wish alone, by the keys that blog/newsletter/mails.py gives."""
    for kind in ("confirm", "known", "digest"):
        outbox.withdraw(recipient=subscriber.email, begins=f"news:{kind}:{subscriber.pk}:")


def _withdraw_posts(email: str) -> None:
    """The mails of one post each; what a digest tells stays."""
    outbox.withdraw(recipient=email, begins="news:", ends=f":{mails.address_key(email)}")
