"""What a moderator had before the eyes who decides on all that fit: the form carries it back.

Some lists change without the log: readers report, posts are renamed, the worker tells languages
and what is alike. Of these what came into them since is not decided on.
"""

from dataclasses import dataclass

from django.db.models import Max

from comments.models import CommentQuerySet, Report
from comments.moderation import fitting
from comments.moderation_queue import tabs
from comments.moderation_queue.filters import QueueFilter
from comments.moderation_queue.reported import reported

# What stands for these in a comment, or in its post, changes without an event.
UNLOGGED = ("post", "section", "language", "alike")


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """`up_to` is the newest event, `reports` the newest report; 0 where none is asked for.

    `fitted` is the digest of what fitted, where that changes without the log; "" for too many.
    """

    up_to: int
    reports: int
    fitted: str


def newest_report(wanted: QueueFilter) -> int:
    """The number of the newest report, where the list is of what is reported; 0 otherwise."""
    if wanted.tab != tabs.REPORTED:
        return 0
    return Report.objects.aggregate(newest=Max("pk"))["newest"] or 0


def look(wanted: QueueFilter, *, up_to: int, reports: int) -> LookedAt:
    """What the form for all that fit has to carry; one query where the log does not tell enough."""
    comments = decided_on(wanted, reports=reports)
    is_compared = changes_unlogged(wanted)
    digest = fitting.fitted(comments, up_to=up_to) if is_compared else ""
    return LookedAt(up_to=up_to, reports=reports, fitted=digest)


def decided_on(wanted: QueueFilter, *, reports: int) -> CommentQuerySet:
    """The comments of the list; of the reported ones those with a report up to that number."""
    if wanted.tab == tabs.REPORTED:
        return reported(wanted.matching(), up_to=reports)
    return wanted.of_tab()


def changes_unlogged(wanted: QueueFilter) -> bool:
    """Whether a comment may come into the list, or leave it, and the log says nothing of it."""
    is_narrowed = any(wanted.cleaned_data.get(name) for name in UNLOGGED)
    return is_narrowed or wanted.tab == tabs.TO_CHECK
