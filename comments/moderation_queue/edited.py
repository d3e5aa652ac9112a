"""Published comments whose authors want them to say something else, as a moderator sees them."""

from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from comments.models import CommentQuerySet, CommentVersion, VersionState
from comments.states import CommentStatus


def edited(comments: CommentQuerySet) -> CommentQuerySet:
    """Those of the comments that show while other words of their authors wait."""
    waiting = waiting_edits().values("comment_id")
    return comments.filter(status=CommentStatus.PUBLISHED, pk__in=waiting)


def waiting_edits() -> QuerySet[CommentVersion]:
    """What authors want their comments to say instead, and nobody has decided on."""
    return CommentVersion.objects.filter(state=VersionState.WAITING).order_by()


def edits_of(comment_ids: Collection[int]) -> Mapping[int, CommentVersion]:
    """The edit that waits, for each comment that has one; one query, or none."""
    if not comment_ids:
        return {}
    waiting = waiting_edits().filter(comment_id__in=comment_ids)
    return {version.comment_id: version for version in waiting}
