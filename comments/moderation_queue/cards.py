"""A comment as a moderator sees it: whole, with its parent, its post, and what may be done."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from comments import rendering, serving
from comments.models import (
    Comment,
    CommentQuerySet,
    CommentSettings,
    CommentVersion,
    ModerationEvent,
)
from comments.moderation_queue import explanation, masking, wording
from comments.moderation_queue.alike import Alike, alike_of
from comments.moderation_queue.checked import is_to_check
from comments.moderation_queue.edited import edits_of
from comments.moderation_queue.masking import Segment
from comments.moderation_queue.reported import Reports, reports_of
from comments.serving import InForce
from comments.states import OFFERED, Action, CommentStatus

logger = logging.getLogger(__name__)

# Where the filter's opinion helps to decide.
ASKED_ABOUT = (CommentStatus.PENDING, CommentStatus.SPAM)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class LastEvent(TypedDict):
    """What `with_last_event` adds to a comment: that, and whether it was drawn for a check."""

    last_event_id: int
    is_to_check: bool


@dataclass(frozen=True, kw_only=True)
class Card:
    """`last_event` is what the moderator has seen of the comment; a decision carries its number."""

    comment: Comment
    last_event: ModerationEvent | None
    post_url: str
    settings: CommentSettings
    reports: Reports | None = None
    edit: CommentVersion | None = None
    alike: Alike | None = None
    is_to_check: bool = False
    in_force: InForce | None = None

    @property
    def name(self) -> str:
        """The author's name as the page shows it."""
        return wording.name(self.comment)

    @property
    def body(self) -> SafeString:
        """The words as readers see or would see them."""
        return rendering.from_store(self.comment.body_html)

    @property
    def masked(self) -> list[Segment]:
        """The words as they were typed with what could endanger somebody covered, if there is."""
        if not masking.has_personal_data(self.comment.evidence):
            return []
        return masking.masked(self.comment.body, self.settings)

    @property
    def masked_name(self) -> list[Segment]:
        """The name, covered in the same way."""
        return masking.masked(self.name, self.settings)

    @property
    def edit_body(self) -> SafeString:
        """What its author wants it to say instead."""
        return rendering.from_store(self.edit.body_html if self.edit else "")

    @property
    def masked_edit(self) -> list[Segment]:
        """The same as typed and covered, if there is something to cover."""
        if self.edit is None or not masking.has_personal_data(self.edit.evidence):
            return []
        return masking.masked(self.edit.body, self.settings)

    @property
    def found_in_edit(self) -> str:
        """What was found in the edit, in a sentence."""
        return explanation.found(self.edit.evidence if self.edit else [])

    @property
    def parent_body(self) -> SafeString:
        """The words that it answers."""
        parent = self.comment.parent
        return rendering.from_store(parent.body_html if parent else "")

    @property
    def parent_name(self) -> str:
        """Who is answered."""
        return wording.name(self.comment.parent) if self.comment.parent else ""

    @property
    def why(self) -> str:
        """Why it waits or was binned, in a sentence."""
        return explanation.why(self.comment, self.last_event, self.settings)

    @property
    def opinion(self) -> str:
        """What the filter thinks of it, where that is the question."""
        is_asked = self.is_to_check or self.comment.status in ASKED_ABOUT
        return explanation.opinion(self.comment, self.in_force) if is_asked else ""

    @property
    def what_happened(self) -> str:
        """The last event, in a sentence."""
        return wording.happened(self.last_event) if self.last_event else ""

    @property
    def actions(self) -> tuple[Action, ...]:
        """The decisions that the comment's status offers."""
        offered = OFFERED[CommentStatus(self.comment.status)]
        if self.comment.status != CommentStatus.PUBLISHED:
            return offered
        of_edit = (Action.ACCEPT_EDIT, Action.REFUSE_EDIT) if self.edit else ()
        to_keep = (Action.KEEP,) if self.reports or self.is_to_check else ()
        return (*of_edit, *to_keep, *offered)


def with_last_event(comments: CommentQuerySet) -> "QuerySet[WithAnnotations[Comment, LastEvent]]":
    """The comments with the number of their last event, read in one statement.

    A decision between two reads would otherwise pair an old status with a new event,
    and the next decision would overrule it unseen.
    """
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    annotated = comments.select_related("page", "parent").annotate(
        last_event_id=Subquery(latest.values("pk")[:1]), is_to_check=is_to_check()
    )
    # A queryset class of its own hides the annotation from the type checker.
    return cast("QuerySet[WithAnnotations[Comment, LastEvent]]", annotated)


def make_cards(
    comments: "Iterable[WithAnnotations[Comment, LastEvent]]", request: HttpRequest
) -> list[Card]:
    """A card for each comment of `with_last_event`; nine more queries, however many they are."""
    shown = list(comments)
    numbers = [comment.last_event_id for comment in shown]
    events = ModerationEvent.objects.select_related("actor").in_bulk(numbers)
    reports = reports_of([comment.pk for comment in shown])
    edits = edits_of([comment.pk for comment in shown])
    alike = alike_of(shown)
    settings, in_force = CommentSettings.for_request(request), serving.current_or_none()
    return [
        Card(
            comment=comment,
            last_event=events.get(comment.last_event_id),
            post_url=_post_url(comment, request),
            settings=settings,
            reports=reports.get(comment.pk),
            edit=edits.get(comment.pk),
            alike=alike.get(comment.cluster_id or 0),
            is_to_check=comment.is_to_check,
            in_force=in_force,
        )
        for comment in shown
    ]


def _post_url(comment: Comment, request: HttpRequest) -> str:
    """Where readers find the comment; empty while its post is not published."""
    url = comment.page.get_url(request) if comment.page.live else None
    if not url:
        return ""
    is_published = comment.status == CommentStatus.PUBLISHED
    return f"{url}#comment-{comment.pk}" if is_published else url
