"""What a moderator had before the eyes who decides on all that fit: the form carries it back.

Some lists change without the log: readers report, posts are renamed, the worker tells languages
and what is alike. Of these what came into them since is not decided on.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Max, Min

from comments.models import Comment, CommentQuerySet, Report
from comments.moderation import jobs
from comments.moderation_queue import tabs
from comments.moderation_queue.filters import QueueFilter
from comments.moderation_queue.reported import reported

# As many as the tabs count; to compare more would cost every look at the list too much.
MOST_COMPARED = 10_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LARGEST_MOMENT = 2**57  # microseconds, in the 66th century


class TooMany(Exception):
    """More comments fit than are compared."""


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """`reports` is the newest report where the list is of what is reported.

    Where it is of a language, `told_until` is the moment, in microseconds, before which every
    comment had been told its language. `fitted` is the digest of the pages that the list is
    narrowed to, and of the comments alike or drawn: "" for too many, or for neither.
    """

    reports: int
    told_until: int
    fitted: str


def look(wanted: QueueFilter, *, now: datetime) -> LookedAt:
    """What the form for all that fit has to carry. Before the list is read: it may show more."""
    try:
        fitted = fitting(wanted)
    except TooMany:
        fitted = ""
    return LookedAt(
        reports=_newest_report(wanted), told_until=_told_until(wanted, now), fitted=fitted
    )


def decided_on(wanted: QueueFilter, looked: LookedAt) -> CommentQuerySet:
    """The comments of the list that were in it when somebody looked, as far as one can ask.

    Of the reported ones those with a report then, of those in a language those that were told.
    """
    if wanted.tab == tabs.REPORTED:
        comments = reported(wanted.matching(), up_to=looked.reports)
    else:
        comments = wanted.of_tab()
    if wanted.cleaned_data.get("language"):
        told_until = EPOCH + timedelta(microseconds=looked.told_until)
        comments = comments.filter(created_at__lt=told_until)
    return comments


def fitting(wanted: QueueFilter, *, up_to: int | None = None) -> str:
    """The digest that `LookedAt` has; the same for the same pages and comments. Raises `TooMany`.

    Of what happened to a comment after the event `up_to` the log tells: it does not count.
    """
    parts = list(_parts(wanted, up_to=up_to))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest() if parts else ""


def _parts(wanted: QueueFilter, *, up_to: int | None) -> Iterator[str]:
    if (pages := wanted.pages()) is not None:
        yield _in_one_line(pages.values_list("pk", flat=True))
    if wanted.cleaned_data.get("alike") or wanted.tab == tabs.TO_CHECK:
        comments = wanted.of_tab()
        same = comments if up_to is None else jobs.as_they_were(comments, up_to=up_to)
        numbers = list(same.order_by().values_list("pk", flat=True)[: MOST_COMPARED + 1])
        if len(numbers) > MOST_COMPARED:
            raise TooMany
        yield _in_one_line(numbers)


def _in_one_line(numbers: Iterable[int]) -> str:
    return " ".join(map(str, sorted(numbers)))


def _newest_report(wanted: QueueFilter) -> int:
    if wanted.tab != tabs.REPORTED:
        return 0
    return Report.objects.aggregate(newest=Max("pk"))["newest"] or 0


def _told_until(wanted: QueueFilter, now: datetime) -> int:
    if not wanted.cleaned_data.get("language"):
        return 0
    untold = Comment.objects.filter(language__isnull=True)
    first = untold.aggregate(first=Min("created_at"))["first"] or now
    return (first - EPOCH) // timedelta(microseconds=1)
