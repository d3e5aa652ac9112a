"""What readers reported, as a moderator sees it: which comments, why, in which words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Max, Q, Window
from django.db.models.functions import RowNumber

from comments.models import CommentQuerySet, Report, ReportReason
from comments.moderation_queue.edited import edited
from comments.states import CommentStatus

# However many there are, a card has room for the last few; the numbers say how many.
WORDS_ON_A_CARD = 10


@dataclass(frozen=True)
class Words:
    """What one reader wrote to a report, and for which reason."""

    reason: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Reports:
    """The open reports of a comment. `last_id` is the last one that the moderator has seen."""

    reasons: list[tuple[str, int]]
    words: list[Words]
    last_id: int
    tells_of_threat: bool


def reported(comments: CommentQuerySet, *, up_to: int | None = None) -> CommentQuerySet:
    """Those of the comments that wait for an answer to a report; to one up to a number, if any."""
    waiting = (
        Report.objects.open() if up_to is None else Report.objects.open().filter(pk__lte=up_to)
    )
    return comments.filter(pk__in=waiting.order_by().values("comment_id"))


def needing_a_person(comments: CommentQuerySet) -> Mapping[str, CommentQuerySet]:
    """Those that wait, are reported, or edited: parts of which none is in another."""
    asked_about = reported(comments.exclude(status=CommentStatus.PENDING))
    changed = edited(comments.exclude(pk__in=asked_about.order_by().values("pk")))
    waiting = comments.waiting()
    return {"needed: waiting": waiting, "needed: reported": asked_about, "needed: edited": changed}


def reports_of(comment_ids: Collection[int]) -> Mapping[int, Reports]:
    """The open reports of each comment that has some, in two queries at most."""
    if not comment_ids:
        return {}
    waiting = Report.objects.open().filter(comment_id__in=comment_ids)
    counted = (
        waiting.order_by()
        .values("comment_id", "reason")
        .annotate(
            number=Count("pk"), last_id=Max("pk"), with_words=Count("pk", filter=~Q(words=""))
        )
        .order_by("-number", "reason")
    )
    rows = defaultdict(list)
    for row in counted:
        rows[row["comment_id"]].append(row)
    words = _words_of({row["comment_id"] for row in counted if row["with_words"]})
    return {
        comment_id: Reports(
            reasons=[(_label(row["reason"]), row["number"]) for row in found],
            words=words[comment_id],
            last_id=max(row["last_id"] for row in found),
            tells_of_threat=any(row["reason"] == ReportReason.THREAT for row in found),
        )
        for comment_id, found in rows.items()
    }


def _words_of(comment_ids: Collection[int]) -> Mapping[int, list[Words]]:
    words: defaultdict[int, list[Words]] = defaultdict(list)
    if not comment_ids:
        return words
    place = Window(RowNumber(), partition_by="comment_id", order_by="-pk")
    with_words = Report.objects.open().filter(comment_id__in=comment_ids).exclude(words="")
    for report in with_words.annotate(place=place).filter(place__lte=WORDS_ON_A_CARD):
        words[report.comment_id].append(Words(_label(report.reason), report.words))
    return words


def _label(reason: str) -> str:
    return str(ReportReason(reason).label)
