"""Keeps true which comments hold a place in their thread because of an answer that shows."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable

from comments.models import Comment
from comments.states import VISIBLE

_FIELDS = ("pk", "parent_id", "status", "has_shown_reply")
BATCH = 1_000  # rows of one statement


def settle(comment_id: int | None) -> None:
    """See anew whether something that shows answers this comment, and so on up the thread.

    To be called with the number of what a comment answers (None: nothing to do), after that
    comment has come, changed its status or moved, and in the same transaction. Each comment is
    locked before it is judged, from below upwards, and before the thread (`effects.touch`): so
    two acts at once neither miss what the other did nor wait for each other for ever.
    """
    while comment_id is not None:
        comment = Comment.objects.only(*_FIELDS).select_for_update(no_key=True).get(pk=comment_id)
        is_answered = Comment.objects.shown().filter(parent_id=comment_id).exists()
        if is_answered == comment.has_shown_reply:
            return
        Comment.objects.filter(pk=comment_id).update(has_shown_reply=is_answered)
        # What is visible by itself showed before and shows now: nothing changes above it.
        comment_id = None if comment.status in VISIBLE else comment.parent_id


def settle_many(numbers: Iterable[int]) -> None:
    """The same for what many comments answer, as far up as anything changes.

    It never waits for a lock, since it holds many: where another act is at one of the comments the
    database says so with an `OperationalError`, and the caller tries again.
    """
    above = set(numbers)
    while above:
        answered = Comment.objects.filter(pk__in=above).only(*_FIELDS).order_by("pk")
        locked = list(answered.select_for_update(no_key=True, nowait=True))
        above = _settle_among(locked)


def _settle_among(comments: Collection[Comment]) -> set[int]:
    """Settle comments that are locked, also those that answer each other; what is to do above."""
    by_number = {comment.pk: comment for comment in comments}
    answers: defaultdict[int | None, list[Comment]] = defaultdict(list)
    for answer in Comment.objects.filter(parent_id__in=by_number).only(*_FIELDS):
        answers[answer.parent_id].append(by_number.get(answer.pk, answer))
    changed, above, left = set(), set(), deque(by_number)
    while left:
        comment = by_number[left.popleft()]
        is_answered = any(map(_shows, answers[comment.pk]))
        if is_answered == comment.has_shown_reply:
            continue
        comment.has_shown_reply = is_answered
        changed.add(comment)
        if comment.status in VISIBLE or comment.parent_id is None:
            continue
        if comment.parent_id in by_number:
            left.append(comment.parent_id)
        else:
            above.add(comment.parent_id)
    _write(changed)
    return above


def _shows(comment: Comment) -> bool:
    """As the database makes `Comment.shows`, from what may not be written yet."""
    return comment.status in VISIBLE or comment.has_shown_reply


def _write(changed: Collection[Comment]) -> None:
    for is_answered in (True, False):
        numbers = [each.pk for each in changed if each.has_shown_reply == is_answered]
        Comment.objects.filter(pk__in=numbers).update(has_shown_reply=is_answered)


def settle_page(page_id: int) -> None:
    """The same for a whole page, after many comments came in at once."""
    comments = list(Comment.objects.filter(page_id=page_id).only(*_FIELDS))
    answered = _answered(comments)
    wrong = [each for each in comments if each.has_shown_reply != (each.pk in answered)]
    for comment in wrong:
        comment.has_shown_reply = comment.pk in answered
    Comment.objects.bulk_update(wrong, ["has_shown_reply"], batch_size=BATCH)


def _answered(comments: Iterable[Comment]) -> set[int]:
    """The numbers of all comments below which something is visible."""
    parents = {comment.pk: comment.parent_id for comment in comments}
    answered: set[int] = set()
    for comment in comments:
        above = comment.parent_id if comment.status in VISIBLE else None
        while above is not None and above not in answered:
            answered.add(above)
            above = parents[above]
    return answered
