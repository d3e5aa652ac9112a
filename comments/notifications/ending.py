"""Less mail, or none. The address goes with the last wish that it was given for."""

from accounts.models import User
from comments.models import Frequency, ModeratorNotices, Subscription


def stop(subscription: Subscription) -> None:
    """End one wish; ended before is fine, too."""
    Subscription.objects.filter(pk=subscription.pk).delete()


def stop_everything(subscription: Subscription) -> None:
    """End every wish of the same address, wherever it was made."""
    Subscription.objects.filter(email=subscription.email).delete()


def change_frequency(subscription: Subscription, frequency: str) -> None:
    """Each time, or once a day at most."""
    Subscription.objects.filter(pk=subscription.pk).update(frequency=frequency)


def stop_for_moderator(user: User) -> None:
    """No more mail about what waits; the account's settings bring it back."""
    ModeratorNotices.objects.update_or_create(user=user, defaults={"frequency": Frequency.NEVER})


def forget_comment(comment_id: int) -> None:
    """Its author took the comment back, and with it every wish about it."""
    Subscription.objects.filter(comment_id=comment_id).delete()
