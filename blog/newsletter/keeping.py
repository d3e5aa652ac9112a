"""How long addresses and notes are kept (docs/privacy.md)."""

from datetime import timedelta

from django.utils import timezone

from blog.models import NewsToSend, PostPage, Subscriber
from blog.newsletter.links import CONFIRM_WITHIN

# Longer than a week, for which a digest looks back, and a worker that stood still for three more.
KEEP = timedelta(days=30)


def forget_old() -> None:
    """Deletes addresses that nobody confirmed, and notes that nobody needs; a job of the clock.

    A post that is published but closed is news on the day on which it is opened.
    """
    now = timezone.now()
    Subscriber.objects.never_confirmed(now - CONFIRM_WITHIN).delete()
    closed = PostPage.objects.live().not_public()
    old = NewsToSend.objects.filter(appeared_at__lte=now - KEEP)
    old.exclude(done_at=None, post__in=closed).delete()
