"""Deleting comments for ever, with all that hangs on them.

What is answered by a comment that stays keeps its bare place, so that the thread keeps its shape;
nothing that its writer, or anybody about it, has said stays in that place. The events stay, for
they hold no words.
"""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from comments import effects, erasure, moderation, threads
from comments.irreversible import files
from comments.models import (
    Comment,
    Explanation,
    ModerationEvent,
    SenderKey,
    Writer,
)
from comments.moderation import Ruling, Seen
from comments.moderation.withdrawal import erase_words
from comments.states import CommentStatus

IN_SIGHT = (CommentStatus.PUBLISHED, CommentStatus.PENDING)
# What is left of a comment that was deleted and keeps its place.
BARE = {"body": "", "body_html": "", "author_name": "", "author_email": "", "writer": None}
AT_ONCE = 1_000


def purge(wanted: Sequence[Seen], *, administrator: User) -> None:
    """Delete those comments for ever to which nothing has happened since they were wanted.

    `wanted` has their numbers, each with that of the last event that was seen.
    """
    with transaction.atomic():
        comments = _as_they_were(wanted)
        for comment, seen in comments:
            if comment.status in IN_SIGHT:
                moderation.trash(comment.pk, Ruling(moderator=administrator, seen_event_id=seen))
        found = [comment for comment, _seen in comments]
        writers = {comment.writer_id for comment in found if comment.writer_id}
        kept = _answered_by_others(found)
        _delete([comment for comment in found if comment.pk not in kept])
        for comment in Comment.objects.filter(pk__in=kept).exclude(**BARE):
            _leave_bare(comment)
        Writer.objects.filter(pk__in=writers, comments=None).delete()
        files.forget_about(*(comment.pk for comment in found))


def number_left(wanted: Sequence[Seen]) -> int:
    """How many of them are there as they were, since something happened to them meanwhile."""
    numbers = [number for number, _seen in wanted]
    left = 0
    for place in range(0, len(numbers), AT_ONCE):
        there = Comment.objects.filter(pk__in=numbers[place : place + AT_ONCE])
        left += there.exclude(**BARE).count()
    return left


def _as_they_were(wanted: Sequence[Seen]) -> list[tuple[Comment, int]]:
    """The comments, locked, with their last event, where that is the one that was seen."""
    seen = dict(wanted)
    locked = Comment.objects.select_for_update().filter(pk__in=seen).order_by("pk")
    comments = list(locked)
    events = ModerationEvent.objects.filter(comment_id__in=seen).order_by()
    latest = dict(events.values_list("comment_id").annotate(Max("pk")))
    return [
        (comment, seen[comment.pk])
        for comment in comments
        if latest.get(comment.pk) == seen[comment.pk]
    ]


def _answered_by_others(comments: Collection[Comment]) -> set[int]:
    """Those with an answer below them, however deep, that is not of them."""
    parents = {comment.pk: comment.parent_id for comment in comments}
    answers = Comment.objects.filter(parent__in=parents).exclude(pk__in=parents)
    kept: set[int] = set()
    for answer in answers.only("parent_id"):
        number = answer.parent_id
        while number in parents and number not in kept:
            kept.add(number)
            number = parents[number]
    return kept


def _delete(comments: Collection[Comment]) -> None:
    doomed = Comment.objects.filter(pk__in=[comment.pk for comment in comments])
    above = {comment.parent_id for comment in comments if comment.parent_id}
    doomed.update(parent=None, root=None)  # or the answers would protect what they answer
    for number in sorted(above - {comment.pk for comment in comments}):
        threads.settle(number)
    for page_id in sorted({comment.page_id for comment in comments}):
        effects.touch(page_id)
    erasure.delete_for_good(doomed)


def _leave_bare(comment: Comment) -> None:
    erase_words(comment, keeps_name=False)
    comment.writer = None
    comment.save(update_fields=["writer"])
    for hanging in (comment.reports, comment.notes, comment.appeals, comment.subscriptions):
        hanging.all().delete()
    SenderKey.objects.filter(comment=comment).delete()
    Explanation.objects.filter(event__comment=comment).delete()
    effects.touch(comment.page_id)
