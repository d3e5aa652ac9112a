"""Two moderators, each a process, answer the same appeals at the same moments.

Run as a module with the number of appeals; prints one line of JSON with what came of it.
"""

import json
import sys
from collections import Counter
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier

import django

from tests.concurrency import team

OUTCOMES = {"ana": "upheld", "ben": "reversed"}
STATUSES = {"upheld": "trashed", "reversed": "published"}
ACTS = {"upheld": "uphold", "reversed": "reverse"}
PATIENCE_SECONDS = 60

Task = tuple[int, int]  # the appeal, and the last event of its comment as both have seen it


def answer_all(username: str, tasks: list[Task], start: Barrier, told: SimpleQueue) -> None:
    """One moderator's process: answer every appeal, together with the other."""
    django.setup()
    from django.test import Client

    from accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    answers = Counter()
    for appeal_id, seen_event_id in tasks:
        outcome = OUTCOMES[username]
        sent = {"outcome": outcome, "words": "Read again.", "seen_event_id": seen_event_id}
        start.wait(PATIENCE_SECONDS)
        response = client.post(f"/admin/reader-comments/appeals/{appeal_id}/", sent)
        client.cookies.pop("messages", None)  # nobody reads the messages here
        answers[str(response.status_code)] += 1
    told.put(dict(answers))


def prepare(number: int) -> list[Task]:
    """Appeals against what a third moderator trashed, and the two who will answer."""
    from tests.comments.appellant import make_appeal, take_away
    from tests.comments.factories import make_comment
    from tests.comments.moderation_queue.staff import make_moderator
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    for username in OUTCOMES:
        make_moderator(username)
    carla, post = make_moderator("carla"), make_post(make_newsroom())
    tasks = []
    for _ in range(number):
        comment = make_comment(post)
        event = take_away(comment, "trash", carla)
        tasks.append((make_appeal(comment).pk, event.pk))
    return tasks


def race(tasks: list[Task]) -> list[dict[str, int]]:
    """Let both answer; how often each was answered how."""
    context = team.begin()
    start, told = context.Barrier(len(OUTCOMES)), context.SimpleQueue()
    racers = [
        context.Process(target=answer_all, args=(username, tasks, start, told))
        for username in OUTCOMES
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    return [told.get() for racer in racers if racer.exitcode == 0]


def remains() -> dict[str, int]:
    """What the database says: appeals with one outcome on which comment and log agree."""
    from comments.models import Appeal, DeskEvent

    sound = 0
    for appeal in Appeal.objects.select_related("comment", "decided_by"):
        log = list(DeskEvent.objects.filter(subject=appeal.comment_id).values_list("act", "actor"))
        by_whom = {state: name for name, state in OUTCOMES.items()}.get(appeal.state)
        sound += by_whom is not None and (
            log == [(ACTS[appeal.state], appeal.decided_by_id)]
            and appeal.comment.status == STATUSES[appeal.state]
            and appeal.decided_by.username == by_whom
            and appeal.words == "Read again."
        )
    return {"answered once": sound}


def main(number: int) -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    tasks = prepare(number)
    connection.close()
    answers = Counter()
    for answered in race(tasks):
        answers.update(answered)
    return {"answers": answers} | remains()


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (the result, for the test)
