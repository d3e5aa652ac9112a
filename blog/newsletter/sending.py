"""Turns what has appeared into mails: one post, one subscriber, one mail.

A batch is one transaction: its mails are in the outbox and its subscribers are noted as told, or
neither. Two workers take turns, for each locks the row of the post; and the outbox takes a mail's
key once.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from blog.models import NewsFrequency, NewsToSend, Subscriber
from blog.newsletter import digests, mails
from blog.newsletter.appeared import listeners, untold
from operations import outbox

PEOPLE_A_BATCH = 100
BATCHES_A_RUN = 10  # the clock has other jobs, too; it is back in ten seconds


def send_due() -> None:
    """Posts what is due, each post first, then the digests; a job of the clock.

    A digest waits until every post before it is done, for what is not done may appear anew. Call
    it outside a transaction.
    """
    if not settings.HAS_MAIL:
        return
    now = timezone.now()
    for _batch in range(BATCHES_A_RUN):
        if not _tell_some(now):
            digests.send_due(now)
            return


def _tell_some(now: datetime) -> bool:
    """One batch of the post that waits longest; whether there was one.

    Mostly there is none: that is found out before a transaction is begun.
    """
    oldest = untold(now).values_list("pk", flat=True).first()
    if oldest is None:
        return False
    with transaction.atomic():
        locked = NewsToSend.objects.select_for_update().filter(pk=oldest, done_at=None)
        if (news := locked.select_related("post").first()) is not None:
            _tell(news, now)
    return True


def _tell(news: NewsToSend, now: datetime) -> None:
    batch = list(_still_to_tell(news).order_by("pk")[:PEOPLE_A_BATCH])
    for subscriber in batch:
        outbox.post(mails.one_post(subscriber, news.post))
    told = Subscriber.objects.filter(pk__in=[subscriber.pk for subscriber in batch])
    told.update(told_until=news.appeared_at)
    if len(batch) < PEOPLE_A_BATCH:
        NewsToSend.objects.filter(pk=news.pk).update(done_at=now)


def _still_to_tell(news: NewsToSend) -> QuerySet[Subscriber]:
    """Who wants each post and confirmed before this one appeared."""
    wanted = listeners(news.post) & Q(frequency=NewsFrequency.EACH)
    untold_yet = Subscriber.objects.confirmed().filter(told_until__lt=news.appeared_at)
    locked = untold_yet.filter(wanted).select_for_update(of=("self",))
    return locked.select_related("locale", "campaign")
