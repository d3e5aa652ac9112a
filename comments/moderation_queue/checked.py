"""Comments drawn by lot, so that people check what the filter let pass or binned by itself."""

from django.db.models import Exists, OuterRef

from comments.learning import checks
from comments.models import CommentQuerySet


def is_to_check() -> Exists:
    """Of a comment of the outer query: whether it was drawn and nobody has judged it yet."""
    return Exists(checks.open_checks().filter(comment=OuterRef("pk")))


def to_check(comments: CommentQuerySet) -> CommentQuerySet:
    """Those of the comments, the first drawn first."""
    drawn = comments.filter(pk__in=checks.open_checks().values("comment_id"))
    return drawn.order_by("spam_check__drawn_at", "pk")
