"""Less mail, or none. The address goes with the last wish that it was given for.

With a wish goes the mail that waits for it: a mail server that was down for a day must not write to
those who have left meanwhile.
"""

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from comments.models import Frequency, ModeratorNotices, Subscription
from operations import outbox


def stop(subscription: Subscription) -> None:
    """End one wish; ended before is fine, too."""
    end(Subscription.objects.filter(pk=subscription.pk))


def stop_everything(subscription: Subscription) -> None:
    """End every wish of the same address, wherever it was made."""
    end(Subscription.objects.filter(email=subscription.email))


def change_frequency(subscription: Subscription, frequency: str) -> None:
    """Each time, or once a day at most."""
    Subscription.objects.filter(pk=subscription.pk).update(frequency=frequency)


def stop_for_moderator(user: User) -> None:
    """No more mail about what waits; the account's settings bring it back."""
    with transaction.atomic():
        never = {"frequency": Frequency.NEVER}
        ModeratorNotices.objects.update_or_create(user=user, defaults=never)
        outbox.withdraw(recipient=user.email, begins=f"moderator:{user.pk}:")


def forget_comment(comment_id: int) -> None:
    """Its author took the comment back, and with it every wish about it."""
    end(Subscription.objects.filter(comment_id=comment_id))


def end(wishes: QuerySet[Subscription]) -> None:
    """End them, and take their mails back.

    The rows are locked first: who is writing a mail for one is done before it is looked for.
    """
    with transaction.atomic():
        ended = list(wishes.select_for_update(of=("self",)))
        wishes.delete()
        for wish in ended:
            _withdraw(wish)


def _withdraw(wish: Subscription) -> None:
    """By the keys that comments/notifications/mails.py gives."""
    for begins in (f"confirm:{wish.pk}:", f"subscription:{wish.pk}:"):
        outbox.withdraw(recipient=wish.email, begins=begins)
    outbox.withdraw(recipient=wish.email, begins="appeal:", ends=f":subscription:{wish.pk}")
