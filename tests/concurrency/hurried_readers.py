"""Two processes send comments from one address at once: the limits hold over both.

Run as a module with the number that each sends; prints one line of JSON with what came of it.
"""

import json
import sys
from collections import Counter
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from types import SimpleNamespace
from unittest.mock import patch

import django

from tests.concurrency import team

PATIENCE_SECONDS = 60
PROCESSES = ("ana", "ben")


def send_all(name: str, number: int, page_id: int, start: Barrier, told: SimpleQueue) -> None:
    """One process: its own words each time, from the same address as the other."""
    django.setup()
    from django.db import connection
    from django.test import Client
    from wagtail.models import Page

    from comments import attempts, spam_context
    from tests.comments.reader import send
    from tests.sayings import saying

    client, page = Client(), Page.objects.get(pk=page_id)
    connection.ensure_connection()
    start.wait(PATIENCE_SECONDS)
    own = 1_000 * PROCESSES.index(name)
    words = (saying(own + turn) for turn in range(number))
    # On a busy machine a check would take too long, and hold a comment that should show.
    clock = SimpleNamespace(monotonic=lambda: 0.0)
    with patch.object(attempts, "time", clock), patch.object(spam_context, "time", clock):
        told.put(dict(Counter(str(send(client, page, body=said).status_code) for said in words)))


def prepare() -> int:
    """A post where clean comments show at once; its number."""
    from tests.comments.reader import publish_what_is_clean
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    newsroom = make_newsroom()
    publish_what_is_clean(newsroom)
    return make_post(newsroom).pk


def race(page_id: int, number: int) -> Counter[str]:
    """Let both send; how often each answer was given."""
    context = team.begin()
    start, told = context.Barrier(len(PROCESSES)), context.SimpleQueue()
    racers = [
        context.Process(target=send_all, args=(name, number, page_id, start, told))
        for name in PROCESSES
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    answers: Counter[str] = Counter()
    for racer in racers:
        answers.update(told.get() if racer.exitcode == 0 else {"failed": 1})
    return answers


def main(number: int) -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    from comments.models import Comment

    page_id = prepare()
    connection.close()
    answers = race(page_id, number)
    statuses = Counter(Comment.objects.filter(page_id=page_id).values_list("status", flat=True))
    return {"answers": answers, "statuses": statuses}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (for the test)
