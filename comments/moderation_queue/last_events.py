"""Comments with the last event of each, and what there is more to read about them."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypedDict, cast

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from comments.models import Appeal, Comment, ModerationEvent, ModeratorNote, Report
from comments.models.appeal import AppealQuerySet
from comments.moderation_queue.alike import others_alike
from comments.moderation_queue.checked import is_to_check
from comments.moderation_queue.edited import waiting_edits

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Known(TypedDict):
    """What `latest` adds to an event: what there is more to read about its comment."""

    is_to_check: bool
    is_reported: bool
    is_edited: bool
    is_alike: bool
    newest: int
    is_noted: bool
    appeal_id: int | None


def latest(
    comment_ids: Collection[int],
) -> "Mapping[int, tuple[Comment, WithAnnotations[ModerationEvent, Known] | None]]":
    """Each comment with its last event, read in one statement.

    A decision between two reads would otherwise pair an old status with a new event, and the next
    decision would overrule it unseen. A comment without a log is there all the same.
    """
    # A queryset class of its own hides the annotation from the type checker.
    events = cast(
        "Iterable[WithAnnotations[ModerationEvent, Known]]",
        _last_events().filter(comment_id__in=comment_ids),
    )
    found = {event.comment_id: (event.comment, event) for event in events}
    if lost := [number for number in comment_ids if number not in found]:
        unlogged = _with_comments(Comment.objects.filter(pk__in=lost))
        found |= {comment.pk: (comment, None) for comment in unlogged}
    return found


@cache
def _last_events() -> "QuerySet[ModerationEvent]":
    """The last event of every comment, with what is `Known`; to be narrowed, which copies it.

    Made once, for that takes longer than reading the rows of a page.
    """
    later = ModerationEvent.objects.filter(
        comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk")
    ).order_by()
    events = _with_comments(ModerationEvent.objects.filter(~Exists(later)), "comment__")
    known: QuerySet[ModerationEvent] = events.select_related("actor").annotate(
        is_to_check=is_to_check("comment_id"),
        is_reported=Exists(Report.objects.open().filter(comment_id=OuterRef("comment_id"))),
        is_edited=Exists(waiting_edits().filter(comment_id=OuterRef("comment_id"))),
        is_alike=Exists(others_alike()),
        newest=Subquery(ModerationEvent.objects.order_by("-pk").values("pk")[:1]),
        is_noted=Exists(ModeratorNote.objects.filter(comment_id=OuterRef("comment_id")).order_by()),
        appeal_id=Subquery(_open_appeals().values("pk")[:1]),
    )
    return known


def _open_appeals() -> AppealQuerySet:
    return Appeal.objects.open().filter(comment_id=OuterRef("comment_id")).order_by()


def _with_comments(rows: "QuerySet[Any]", to_comment: str = "") -> "QuerySet[Any]":
    """The rows with what a card shows of the comments that `to_comment` leads to."""
    shown = ("page", "parent", "claim__user")
    return rows.select_related(*(f"{to_comment}{name}" for name in shown))
