"""Whether what is to be told is still true when it is told."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from wagtail.models import Page

from comments.models import Comment, Subscription, Topic
from comments.models.notice import NoticeQuerySet


def subscriptions_of_the_writer(comment: Comment) -> QuerySet[Subscription]:
    """The wishes made with a comment itself, and so by whoever wrote it."""
    return Subscription.objects.filter(comment_id=comment.pk)


def still_true(notices: NoticeQuerySet) -> NoticeQuerySet:
    """Those whose comment stands as the event left it, is public, and is somebody else's.

    What was decided about one's own comment is true on a page that is not public, too.
    """
    as_left = notices.filter(event__comment__status=F("event__to_status"))
    return as_left.filter(Q(subscription__topic=Topic.DECISION) | (_is_public() & ~_is_own()))


def _is_public() -> Q:
    return Q(event__comment__page__in=Page.objects.live().public())


def _is_own() -> Q:
    own = Subscription.objects.filter(
        comment=OuterRef("event__comment"), email=OuterRef("subscription__email")
    )
    return Q(Exists(own)) | Q(event__comment__author_email__iexact=F("subscription__email"))
