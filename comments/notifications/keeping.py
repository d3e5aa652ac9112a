"""How long wishes and notices are kept (docs/privacy.md)."""

from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from comments.models import (
    Appeal,
    CommentSettings,
    ModerationEvent,
    Notice,
    Subscription,
    Topic,
)
from comments.notifications import ending
from comments.notifications.links import CONFIRM_WITHIN
from comments.states import CommentStatus

# Also how long we remember who was told of what; recording.py tells nobody of older comments.
KEEP = timedelta(days=7)
# What a site has whose owner set nothing, and a page that belongs to no site.
USUAL_APPEAL_TIME = timedelta(days=30)
GONE = (CommentStatus.REMOVED, CommentStatus.SPAM, CommentStatus.TRASHED)


def forget_old() -> None:
    """Deletes what nobody needs any more, addresses with it; a job of the clock."""
    now = timezone.now()
    Notice.objects.filter(settled_at__lte=now - KEEP).delete()
    Notice.objects.waiting().filter(due_at__lte=now - KEEP).delete()  # nobody could be told
    wishes = Subscription.objects.filter(confirmed_at=None)
    ending.end(wishes.filter(created_at__lte=now - CONFIRM_WITHIN))
    ending.end(_fulfilled(now - appeal_time()))


def appeal_time() -> timedelta:
    """For how long an author can appeal somewhere here: the longest of all sites."""
    longest = CommentSettings.objects.aggregate(days=Max("appeal_within_days"))["days"]
    return max(USUAL_APPEAL_TIME, timedelta(days=longest or 0))


def _fulfilled(quiet_since: datetime) -> QuerySet[Subscription]:
    """Decided and past appeal, or an answer can't come any more."""
    of_the_comment = ModerationEvent.objects.filter(comment=OuterRef("comment"))
    lively = of_the_comment.filter(created_at__gt=quiet_since)
    under_appeal = Appeal.objects.open().filter(comment=OuterRef("comment"))
    is_decided = Q(topic=Topic.DECISION) & Q(Exists(of_the_comment.decided()))
    is_gone = Q(topic=Topic.REPLIES, comment__status__in=GONE)
    quiet = Subscription.objects.filter(is_decided | is_gone).exclude(Exists(lively))
    return quiet.exclude(Exists(under_appeal))
