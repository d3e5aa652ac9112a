"""Four moderators, each a process, decide at random on the same comments, while a worker works.

Run as a module with the number of acts; prints one line of JSON with what came of it. An act is a
decision on one comment, a decision on many, or taking back either. What is refused counts as one.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier, Event
from typing import Any

import django

from tests.concurrency import team

MODERATORS = ("ana", "ben", "cid", "dora")
COMMENTS, POSTS = 60, 3
SMALLEST_SHARE, LARGEST_SHARE = 2, 25  # comments of a decision on many
PATIENCE_SECONDS = 60


def decide_at_random(username: str, acts: int, start: Barrier, told: SimpleQueue) -> None:
    """One moderator's process: so many acts, each on what stands there at that moment."""
    django.setup()
    from accounts.models import User

    moderator = User.objects.get(username=username)
    chance = random.Random(username)  # noqa: S311  (nothing secret)
    start.wait(PATIENCE_SECONDS)
    counts = Counter(_act(moderator, chance) for _number in range(acts))
    told.put(dict(counts))


def _act(moderator: Any, chance: random.Random) -> str:
    from comments.models import Comment
    from comments.moderation import DecisionRefused, many

    act: Callable[[Any, random.Random], None] = chance.choice(
        [_one, _one, _undo, _many, _undo_many]
    )
    try:
        act(moderator, chance)
    except (DecisionRefused, many.Busy, Comment.DoesNotExist):
        return "refused"
    except Exception as error:  # noqa: BLE001  (counted, and none is expected)
        return f"{type(error).__name__}: {error}"
    return "done"


def _one(moderator: Any, chance: random.Random) -> None:
    from comments import moderation
    from comments.models import Comment
    from comments.states import OFFERED, Action, CommentStatus, Reason
    from tests.comments.factories import make_ruling

    comment = chance.choice(list(Comment.objects.order_by("pk")))
    action = chance.choice(OFFERED[CommentStatus(comment.status)])
    reason = Reason.ABUSE if action == Action.REMOVE else Reason.NONE
    moderation.ACTS[action](comment.pk, make_ruling(comment, moderator, reason=reason))


def _undo(moderator: Any, chance: random.Random) -> None:
    from comments import moderation
    from comments.models import Comment

    comment = chance.choice(list(Comment.objects.order_by("pk")))
    moderation.undo(comment.events.latest("pk").pk, moderator=moderator)


def _many(moderator: Any, chance: random.Random) -> None:
    from comments.models import Comment, ModerationEvent
    from comments.moderation import JointDecision, jobs
    from comments.states import Action

    numbers = list(Comment.objects.order_by("pk").values_list("pk", flat=True))
    some = chance.sample(numbers, chance.randint(SMALLEST_SHARE, LARGEST_SHARE))
    action = chance.choice([Action.APPROVE, Action.MARK_SPAM, Action.HOLD, Action.TRASH])
    newest = ModerationEvent.objects.latest("pk").pk
    decision = JointDecision(action=action, moderator=moderator)
    jobs.start(Comment.objects.filter(pk__in=some), decision, up_to=newest)


def _undo_many(moderator: Any, chance: random.Random) -> None:
    from comments.models import BulkJob
    from comments.moderation import jobs

    latest = BulkJob.objects.exclude(action="undo").order_by("-created_at").first()
    if latest:
        jobs.undo(latest.pk, moderator=moderator)


def work(end: Event) -> None:
    """The worker's clock: what was left to it, and the labels."""
    django.setup()
    from comments.learning.due import settle_due
    from comments.moderation import jobs

    while not end.wait(0.05):
        jobs.carry_on()
        settle_due()


def prepare() -> None:
    """Comments that answer each other, their authors, and who follows the posts."""
    from django.db import transaction

    from comments.models import Topic
    from tests.comments.factories import make_comment
    from tests.comments.moderation_queue.staff import make_moderator
    from tests.comments.notifications.people import make_subscription
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    chance = random.Random(COMMENTS)  # noqa: S311  (nothing secret)
    for username in MODERATORS:
        make_moderator(username)
    newsroom = make_newsroom()
    comments: list[Any] = []
    for post in [make_post(newsroom, f"Post {number}") for number in range(POSTS)]:
        make_subscription(post, email=f"follower{post.pk}@readers.example")
        here: list[Any] = []
        for number in range(COMMENTS // POSTS):
            parent = chance.choice([None, *here])
            with transaction.atomic():
                said = make_comment(post, f"Words {number}", status="pending", parent=parent)
            here.append(said)
        comments += here
    for comment in comments:
        address = f"author{comment.pk}@readers.example"
        make_subscription(comment.page, Topic.DECISION, comment=comment, email=address)


def race(acts: int) -> Counter[str]:
    """Let all four decide, beside the worker; how often what came of an act."""
    context = team.begin()
    start, told, end = context.Barrier(len(MODERATORS)), context.SimpleQueue(), context.Event()
    each = acts // len(MODERATORS)
    moderators = [
        context.Process(target=decide_at_random, args=(username, each, start, told))
        for username in MODERATORS
    ]
    worker = context.Process(target=work, args=(end,))
    for process in (worker, *moderators):
        process.start()
    for process in moderators:
        process.join()
    end.set()
    worker.join()
    assert [process.exitcode for process in (worker, *moderators)] == [0] * (len(MODERATORS) + 1)
    counts: Counter[str] = Counter()
    for _moderator in moderators:
        counts.update(told.get())
    return counts


def unsound() -> Iterator[str]:
    """What in the database does not follow from the log."""
    from comments.models import Comment
    from comments.threads.settling import _answered

    comments = list(Comment.objects.prefetch_related("events"))
    answered = _answered(comments)
    for comment in comments:
        log = sorted(comment.events.all(), key=lambda event: event.pk)
        steps = pairwise(log)
        if any(before.to_status != after.from_status for before, after in steps):
            yield f"an update was lost: {comment}"
        if (log[-1].to_status, log[-1].removed_by) != (comment.status, comment.removed_by):
            yield f"the log says otherwise: {comment}"
        if comment.has_shown_reply != (comment.pk in answered):
            yield f"its place is wrong: {comment}"


def told_twice() -> list[str]:
    """Who got more than one mail, after the time to undo, of all that is still true."""
    from django.utils import timezone

    from comments.models import Notice
    from comments.notifications import dispatch_due
    from operations.models import OutboxMail

    OutboxMail.objects.all().delete()
    Notice.objects.waiting().update(due_at=timezone.now())
    for _round in range(3):
        dispatch_due()
    counts = Counter(OutboxMail.objects.values_list("recipient", flat=True))
    return [recipient for recipient, number in counts.items() if number > 1]


def unlearned() -> list[str]:
    """Labels that are not what the log asks for, once the worker has settled what was due."""
    from comments.learning.due import settle_due
    from comments.learning.labels import standing_decision
    from comments.models import Comment, LabelDue

    settle_due()
    wrong = [str(due) for due in LabelDue.objects.all()]
    for comment in Comment.objects.select_related("spam_label").prefetch_related("events"):
        decision = standing_decision(comment.events.all())
        label = getattr(comment, "spam_label", None)
        said = decision and {"mark_spam": True, "confirm_spam": True}.get(decision.action)
        if bool(said) != bool(label and label.is_spam):
            wrong.append(str(comment))
    return wrong


def main(acts: int) -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    from comments.models import BulkJob
    from comments.moderation import jobs
    from operations.models import OutboxMail

    prepare()
    connection.close()
    counts = race(acts)
    jobs.carry_on()
    result = {
        "acts": sum(counts.values()),
        "errors": sorted(set(counts) - {"done", "refused"}),
        "some were done": counts["done"] > acts // 4,
        "unsound": list(unsound()),
        "told twice": told_twice(),
        "unlearned": unlearned(),
        "open jobs": BulkJob.objects.filter(ended_at=None).count(),
    }
    OutboxMail.objects.all().delete()
    return result


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (the result, for the test)
