"""What of reader comments /metrics tells: how many wait for a moderator."""

from collections.abc import Iterator

from django.db.models import Count, Min
from django.utils import timezone

from comments.models import Comment
from operations.metrics import Gauge


def waiting() -> Iterator[Gauge]:
    """The queue: how long it is, and for how long its oldest comment waits."""
    queue = Comment.objects.waiting().aggregate(number=Count("pk"), oldest=Min("created_at"))
    age = (timezone.now() - queue["oldest"]).total_seconds() if queue["oldest"] else 0.0
    yield Gauge("comments_waiting", "Comments that wait for a moderator.", queue["number"])
    yield Gauge("comments_waiting_seconds", "How long the oldest of them waits.", max(0.0, age))


GAUGES = (waiting,)
