"""Mail to moderators at once: how many comments wait and since when, never which.

Who wants one mail a day hears in the `morning`.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Min

from accounts.models import User
from comments import permissions
from comments.models import Comment, Frequency, Notice
from comments.models.notice import NoticeQuerySet
from comments.notifications import mails
from comments.notifications.pacing import DAY, moderator_may_hear_at
from operations import outbox


def dispatch(*, now: datetime) -> None:
    """Posts the mails to moderators that are due."""
    due = Notice.objects.due(now).filter(user__isnull=False)
    for number in due.order_by().values_list("user_id", flat=True).distinct():
        with transaction.atomic():
            _tell(User.objects.select_for_update().get(pk=number), now=now)


def _tell(user: User, *, now: datetime) -> None:
    due = Notice.objects.due(now).filter(user=user)
    theirs = permissions.visible(Comment.objects.waiting(), user)
    waiting = theirs.aggregate(count=Count("pk"), oldest_at=Min("created_at"))
    if not waiting["count"] or _frequency(user) != Frequency.AT_ONCE:
        due.delete()
        return
    later = moderator_may_hear_at(sent=_sent_today(user, now=now))
    if later and later > now:
        due.update(due_at=later)
    else:
        _settle(due, user, now=now, **waiting)


def _settle(
    due: NoticeQuerySet, user: User, *, now: datetime, count: int, oldest_at: datetime
) -> None:
    latest = due.order_by("pk").last()
    if latest and due.update(settled_at=now):
        outbox.post(mails.waiting(user, count=count, oldest_at=oldest_at, number=latest.pk))


def _frequency(user: User) -> str:
    """As they chose; never for those who may not moderate any more."""
    if not user.email or not permissions.moderators().filter(pk=user.pk).exists():
        return Frequency.NEVER
    chosen = getattr(user, "comment_notices", None)
    return chosen.frequency if chosen else Frequency.AT_ONCE


def _sent_today(user: User, *, now: datetime) -> set[datetime]:
    sent = Notice.objects.filter(user=user, settled_at__gt=now - DAY)
    return {at for at in sent.values_list("settled_at", flat=True) if at}
