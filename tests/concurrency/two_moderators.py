"""Two moderators, each a process, decide on the same comments at the same moments.

Run as a module with the number of comments; prints one line of JSON with what came of it.
"""

import json
import sys
from collections import Counter
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier

import django

from tests.concurrency import team

ACTIONS = {"ana": "approve", "ben": "mark_spam"}
OUTCOMES = {"approve": "published", "mark_spam": "spam"}
DEEDS = {"ana": "ana approved this comment", "ben": "ben marked this comment as spam"}
PATIENCE_SECONDS = 60

Task = tuple[int, int]  # the comment, and its last event as both moderators have seen it


def decide_on_all(username: str, tasks: list[Task], start: Barrier, told: SimpleQueue) -> None:
    """One moderator's process: post a decision on every comment, together with the other."""
    django.setup()
    from django.test import Client

    from accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    [other] = set(ACTIONS) - {username}
    answers = Counter()
    for comment_id, seen_event_id in tasks:
        decision = f"{comment_id}.{ACTIONS[username]}"
        sent = {"decide": decision, f"seen-{comment_id}": seen_event_id}
        start.wait(PATIENCE_SECONDS)
        response = client.post("/admin/reader-comments/decide/", sent)
        client.cookies.pop("messages", None)  # nobody reads the messages here
        names_the_other = DEEDS[other] in response.content.decode()
        answers[f"{response.status_code} {names_the_other}"] += 1
    told.put(dict(answers))


def prepare(number: int) -> list[Task]:
    """Comments that wait, and the two who will decide."""
    from comments.models import ModerationEvent
    from tests.comments.factories import make_comment
    from tests.comments.moderation_queue.staff import make_moderator
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    for username in ACTIONS:
        make_moderator(username)
    post = make_post(make_newsroom())
    comments = [make_comment(post, status="pending") for _ in range(number)]
    seen = dict(ModerationEvent.objects.values_list("comment_id", "pk"))
    return [(comment.pk, seen[comment.pk]) for comment in comments]


def race(tasks: list[Task]) -> list[dict[str, int]]:
    """Let both decide; how often each was answered how."""
    context = team.begin()
    start, told = context.Barrier(len(ACTIONS)), context.SimpleQueue()
    racers = [
        context.Process(target=decide_on_all, args=(username, tasks, start, told))
        for username in ACTIONS
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    return [told.get() for racer in racers if racer.exitcode == 0]


def remains() -> dict[str, int]:
    """What the database says afterwards: comments with one decision that agrees with them."""
    from comments.models import Comment

    sound = 0
    for comment in Comment.objects.prefetch_related("events"):
        decisions = list(comment.events.all())[1:]
        sound += [OUTCOMES.get(event.action) for event in decisions] == [comment.status]
    return {"decided once": sound}


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
