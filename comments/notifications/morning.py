"""The daily mail to moderators who want no other: how much there is to do, never what."""

from datetime import datetime, time

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from accounts.models import User
from comments import permissions
from comments.models import Appeal, Comment, Frequency, Report
from comments.notifications import mails
from comments.notifications.mails import Outstanding
from operations import outbox

NOT_BEFORE = time(7, 0)  # in the newsroom's zone


def send_digests() -> None:
    """Posts the mails of this morning, one for a moderator and a day; a job of the clock."""
    now = timezone.localtime()
    if not settings.HAS_MAIL or now.time() < NOT_BEFORE:
        return
    daily = permissions.moderators().filter(comment_notices__frequency=Frequency.DAILY)
    for user in daily.exclude(email="").order_by("pk"):
        if outstanding := outstanding_for(user, now=now):
            with transaction.atomic():
                outbox.post(mails.digest(user, outstanding, day=now.date()))


def outstanding_for(user: User, *, now: datetime) -> Outstanding:
    """What waits for somebody, of the comments that are theirs to decide on."""
    comments = permissions.visible(Comment.objects.all(), user)
    theirs = Q(comment__in=comments.order_by().values("pk"))
    waiting = comments.waiting().aggregate(waiting=Count("pk"), oldest_at=Min("created_at"))
    reports = Report.objects.open().filter(theirs)
    appeals = Appeal.objects.open().filter(theirs)
    late = Count("pk", filter=Q(due_at__lt=now))
    return Outstanding(
        **waiting,
        **reports.aggregate(reported=Count("comment", distinct=True)),
        **appeals.aggregate(appeals=Count("pk"), late_appeals=late),
    )
