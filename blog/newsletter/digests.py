"""One mail in the morning, each day or each Monday, with what has appeared since the last one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from blog.models import NewsFrequency, NewsToSend, Subscriber
from blog.newsletter import mails
from blog.newsletter.appeared import GRACE, Elders, between, elders_of, posts_for
from operations import outbox

AT = time(7, 0)  # in the newsroom's zone
DAY = timedelta(days=1)
PEOPLE_A_BATCH = 100
BATCHES_A_RUN = 10


def send_due(now: datetime) -> None:
    """Posts the digests whose time has come. Call it outside a transaction."""
    for frequency in (NewsFrequency.DAILY, NewsFrequency.WEEKLY):
        until = _last_morning(now, frequency) - GRACE
        for _batch in range(BATCHES_A_RUN):
            if not _tell_some(frequency, until):
                break


def catch_up(subscriber: Subscriber, *, now: datetime) -> None:
    """What the next digest would have told, at once; for who does not wait for it any more.

    In the transaction of the change, with the row locked.
    """
    until = now - GRACE
    if subscriber.told_until is not None and subscriber.told_until < until:
        news = between(subscriber.told_until, until)
        _tell(subscriber, news, elders_of([subscriber]))
        _note([subscriber], until)


def _tell_some(frequency: str, until: datetime) -> bool:
    """One batch of those who were told of nothing so late; whether there may be another."""
    with transaction.atomic():
        due = Subscriber.objects.confirmed().filter(frequency=frequency, told_until__lt=until)
        locked = due.select_for_update(of=("self",)).select_related("locale", "campaign")
        batch = list(locked.order_by("told_until", "pk")[:PEOPLE_A_BATCH])
        news, elders = _news_of(batch, until), elders_of(batch)
        for subscriber in batch:
            _tell(subscriber, news, elders)
        _note(batch, until)
        return len(batch) == PEOPLE_A_BATCH


def _news_of(batch: Sequence[Subscriber], until: datetime) -> list[NewsToSend]:
    """What anybody of a batch may have to be told; the first was told of least."""
    since = batch[0].told_until if batch else None
    return between(since, until) if since else []


def _tell(subscriber: Subscriber, news: Sequence[NewsToSend], elders: Elders) -> None:
    since = subscriber.told_until
    if since and (posts := posts_for(subscriber, news, elders)):
        outbox.post(mails.digest(subscriber, posts, since=since))


def _note(told: Sequence[Subscriber], until: datetime) -> None:
    rows = Subscriber.objects.filter(pk__in=[subscriber.pk for subscriber in told])
    rows.update(told_until=until)


def _last_morning(now: datetime, frequency: str) -> datetime:
    """The last time that digests were due: this morning, yesterday's, or last Monday's."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    days_ago = today.weekday() if frequency == NewsFrequency.WEEKLY else 0
    morning = _morning(today - days_ago * DAY)
    step = 7 * DAY if frequency == NewsFrequency.WEEKLY else DAY
    return morning if morning <= now else _morning(today - days_ago * DAY - step)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, AT), timezone.get_default_timezone())
