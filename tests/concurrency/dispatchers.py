"""Two workers dispatch the same notices at the same moments.

Run as a module with the number of readers; prints one line of JSON: how the workers ended, how many
mails there are, and to how many recipients.
"""

import json
import sys
from multiprocessing.synchronize import Barrier

import django

from tests.concurrency import team

PATIENCE_SECONDS = 60
WORKERS = 2


def dispatch_all(start: Barrier) -> None:
    """One worker: dispatch until nothing waits any more."""
    django.setup()
    from comments.models import Notice
    from comments.notifications import dispatch, dispatch_due

    dispatch.PEOPLE_A_BATCH = 10
    Notice.objects.waiting().exists()
    start.wait(PATIENCE_SECONDS)
    while Notice.objects.waiting().exists():
        dispatch_due()


def follow_and_publish(readers: int) -> None:
    """One comment that so many readers and one moderator are to be told of."""
    from tests.comments.notifications.people import (
        hold_by_itself,
        make_moderator,
        make_subscription,
        publish_by_itself,
    )
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    post = make_post(make_newsroom())
    make_moderator()
    for reader in range(readers):
        make_subscription(post, email=f"reader{reader}@readers.example")
    publish_by_itself(post)
    hold_by_itself(post)


def leave_nothing() -> None:
    """Other scenarios share the database, before and after this one."""
    from operations.models import OutboxMail
    from tests.concurrency.emptying import forget_everything

    OutboxMail.objects.all().delete()
    forget_everything()


def race() -> list[int | None]:
    """Let both dispatch; how each of them ended."""
    context = team.begin()
    start = context.Barrier(WORKERS)
    workers = [context.Process(target=dispatch_all, args=(start,)) for _worker in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [worker.exitcode for worker in workers]


def main(readers: int) -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    from operations.models import OutboxMail

    leave_nothing()
    follow_and_publish(readers)
    connection.close()
    ended = race()
    recipients = list(OutboxMail.objects.values_list("recipient", flat=True))
    leave_nothing()
    return {"ended": ended, "mails": len(recipients), "recipients": len(set(recipients))}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (for the test)
