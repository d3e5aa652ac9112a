"""How long addresses and notes are kept (docs/privacy.md)."""

from datetime import timedelta

from django.utils import timezone

from blog.models import NewsToSend, Subscriber
from blog.newsletter.links import CONFIRM_WITHIN

# Longer than a week, for which a digest looks back, and a worker that stood still for three more.
KEEP = timedelta(days=30)


def forget_old() -> None:
    """Deletes addresses that nobody confirmed, and notes that nobody needs; a job of the clock."""
    now = timezone.now()
    Subscriber.objects.never_confirmed(now - CONFIRM_WITHIN).delete()
    NewsToSend.objects.filter(appeared_at__lte=now - KEEP).delete()
