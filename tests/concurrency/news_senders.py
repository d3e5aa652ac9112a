"""A worker is killed while it turns a post into mails; two others go on at the same moments.

Run as a module with the number of subscribers, half of whom get each post, half a digest; prints
one line of JSON: how the workers ended, how many mails there are, and to how many recipients.
"""

import json
import os
import signal
import sys
from datetime import timedelta
from multiprocessing.synchronize import Barrier
from typing import Any

import django

from tests.concurrency import team

PATIENCE_SECONDS = 60
WORKERS = 2
PEOPLE_A_BATCH = 4
KILLED_AT_MAIL = 6  # in the second batch
APPEARED_AGO = timedelta(days=3)


def send_all(start: Barrier, killed_at_mail: int) -> None:
    """One worker: send until everybody is told. It kills itself at a mail; 0 for never."""
    django.setup()
    from blog.models import NewsToSend
    from blog.newsletter import digests, sending

    sending.PEOPLE_A_BATCH = digests.PEOPLE_A_BATCH = PEOPLE_A_BATCH
    if killed_at_mail:
        die_at(killed_at_mail)
    NewsToSend.objects.exists()
    start.wait(PATIENCE_SECONDS)
    while somebody_waits():
        sending.send_due()


def die_at(mail: int) -> None:
    """The process ends as by a power cut when it posts this mail."""
    from operations import outbox

    post, posted = outbox.post, []

    def post_or_die(letter: Any) -> Any:
        posted.append(letter)
        if len(posted) == mail:
            os.kill(os.getpid(), signal.SIGKILL)
        return post(letter)

    outbox.post = post_or_die


def somebody_waits() -> bool:
    """Whether the post is not yet done, or somebody was not told of it."""
    from blog.models import NewsToSend, Subscriber

    [news] = NewsToSend.objects.all()
    untold = Subscriber.objects.filter(told_until__lt=news.appeared_at)
    return news.done_at is None or untold.exists()


def publish_to(subscribers: int) -> None:
    """One post that so many subscribers are to be told of."""
    from django.utils import timezone

    from blog.models import NewsFrequency, NewsToSend
    from tests.blog.newsletter.people import make_subscriber
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    newsroom = make_newsroom()
    appeared_at = timezone.now() - APPEARED_AGO
    asked_at = appeared_at - timedelta(hours=1)
    for reader in range(subscribers):
        make_subscriber(
            newsroom,
            email=f"reader{reader}@readers.example",
            frequency=(NewsFrequency.EACH, NewsFrequency.DAILY)[reader % 2],
            asked_at=asked_at,
            confirmed_at=asked_at,
            told_until=asked_at,
        )
    NewsToSend.objects.create(post=make_post(newsroom), appeared_at=appeared_at)


def leave_nothing() -> None:
    """Other scenarios share the database, before and after this one."""
    from blog.models import NewsToSend, Subscriber
    from operations.models import OutboxMail

    for model in (OutboxMail, NewsToSend, Subscriber):
        model.objects.all().delete()


def work(workers: int, killed_at_mail: int = 0) -> list[int | None]:
    """Let so many send at once; how each of them ended."""
    context = team.begin()
    start = context.Barrier(workers)
    senders = [
        context.Process(target=send_all, args=(start, killed_at_mail)) for _ in range(workers)
    ]
    for worker in senders:
        worker.start()
    for worker in senders:
        worker.join()
    return [worker.exitcode for worker in senders]


def main(subscribers: int) -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    from operations.models import OutboxMail

    leave_nothing()
    publish_to(subscribers)
    connection.close()
    killed = work(1, KILLED_AT_MAIL)
    left = OutboxMail.objects.count()
    connection.close()
    ended = work(WORKERS)
    recipients = list(OutboxMail.objects.values_list("recipient", flat=True))
    leave_nothing()
    return {
        "killed": killed,
        "posted by the killed": left,
        "ended": ended,
        "mails": len(recipients),
        "recipients": len(set(recipients)),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (for the test)
