"""Published comments whose authors want them to say something else, as a moderator sees them."""

from collections.abc import Collection, Mapping

from comments.models import CommentQuerySet, CommentVersion, VersionState
from comments.states import CommentStatus


def edited(comments: CommentQuerySet) -> CommentQuerySet:
    """Those of the comments that show while other words of their authors wait, oldest first."""
    waiting = CommentVersion.objects.filter(state=VersionState.WAITING)
    shown = comments.filter(status=CommentStatus.PUBLISHED, pk__in=waiting.values("comment_id"))
    return shown.oldest_first()


def edits_of(comment_ids: Collection[int]) -> Mapping[int, CommentVersion]:
    """The edit that waits, for each comment that has one."""
    waiting = CommentVersion.objects.filter(state=VersionState.WAITING, comment_id__in=comment_ids)
    return {version.comment_id: version for version in waiting}
