"""Comments drawn by lot, so that people check what the filter let pass or binned by itself."""

from django.db.models import Exists, F, OuterRef

from comments.learning import checks
from comments.models import CommentQuerySet


def is_to_check(outer: str = "pk") -> Exists:
    """Of a comment of the outer query: whether it was drawn and nobody has judged it yet.

    `outer` is the outer query's column with the comment's number.
    """
    return Exists(checks.open_checks().filter(comment=OuterRef(outer)))


def to_check(comments: CommentQuerySet) -> CommentQuerySet:
    """Those of the comments, with the moment at which each was drawn: `drawn_at`."""
    drawn = comments.filter(pk__in=checks.open_checks().values("comment_id"))
    return drawn.annotate(drawn_at=F("spam_check__drawn_at"))
