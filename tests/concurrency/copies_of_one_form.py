"""Twenty copies of one form arrive at the same moment, round after round, each in its own thread.

Run as a module with copies and rounds; prints one line of JSON with what came of it.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

PATIENCE_SECONDS = 60


def send(page_id: int, token: str, start: Barrier) -> tuple[int, str]:
    """One copy: wait for the others, post, and say what was answered and where it led."""
    from django.db import connection
    from django.test import Client

    sent = {"name": "Ana", "body": "Sent with an impatient finger.", "token": token}
    start.wait(PATIENCE_SECONDS)
    try:
        answer = Client().post(f"/comments/{page_id}/submit/", sent)
    finally:
        connection.close()
    return answer.status_code, answer.headers.get("Location", "")


def round_of(page_id: int, copies: int) -> dict[str, object]:
    """Send the copies of one freshly opened form; what they were told, and what is stored."""
    from django.utils import timezone

    from comments.forms import CommentForm
    from comments.models import Comment, ModerationEvent
    from tests.concurrency.emptying import forget_everything

    forget_everything()  # and what was counted: no round is stopped by the one before
    token = CommentForm(page_id=page_id, now=timezone.now()).fresh_token()
    start = Barrier(copies)
    with ThreadPoolExecutor(copies) as pool:
        told = list(pool.map(lambda _copy: send(page_id, token, start), range(copies)))
    comments = Comment.objects.filter(page_id=page_id)
    return {
        "answers": sorted({status for status, _place in told}),
        "places": len({place for _status, place in told}),
        "comments": comments.count(),
        "events": ModerationEvent.objects.filter(comment__in=comments).count(),
    }


def main(copies: int, rounds: int) -> dict[str, int]:
    """How often each result came."""
    django.setup()
    from blog.models import BlogIndexPage, PostPage

    post = BlogIndexPage.objects.first().add_child(instance=PostPage(title="Copies", slug="copies"))
    results = (round_of(post.pk, copies) for _round in range(rounds))
    return dict(Counter(json.dumps(result) for result in results))


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201  (for the test)
