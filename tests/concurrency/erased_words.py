"""An author takes a comment back among others: what of its words is left in the database's files.

Run as a module; prints one line of JSON: whether any were there before the worker came by, and how
many are left then.
"""

import json
from pathlib import Path

import django

WORDS = ("quixoticphone", "zanzibarname", "marzipanword")  # the index keeps common beginnings once
OTHERS = 400


def said() -> list[int]:
    """Comments of several moments, so that the index is in pieces; the numbers to take back."""
    from comments.models import Comment
    from tests.comments.factories import make_comment
    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    post = make_post(make_newsroom())
    chosen = []
    for number in range(OTHERS):
        comment = make_comment(post, f"Honest words, of place {number}.")
        if number % 100 == 0:
            comment = make_comment(post, f"Call {WORDS[0]} {WORDS[2]}", author_name=WORDS[1])
            Comment.objects.filter(pk=comment.pk).update(body=f"Call {WORDS[0]}")
            chosen.append(comment.pk)
    return chosen


def places() -> int:
    """How many of the words stand in the database's files."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(connection.settings_dict["NAME"])
    content = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    return sum(word.encode() in content for word in WORDS)


def main() -> dict[str, object]:
    """The whole scenario."""
    django.setup()
    from comments import moderation
    from comments.search import erase_leftovers
    from operations import journal

    for number in said():
        moderation.withdraw(number, keeps_name=False)
    before = places()
    erase_leftovers()
    journal.empty()
    return {"were there": before > 0, "left": places()}


if __name__ == "__main__":
    print(json.dumps(main()))  # noqa: T201  (for the test)
