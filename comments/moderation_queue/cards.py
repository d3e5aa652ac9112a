"""A comment as a moderator sees it: whole, with its parent, its post, and what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from comments import rendering
from comments.models import Comment, CommentQuerySet, ModerationEvent
from comments.moderation_queue import wording
from comments.states import OFFERED, Action, CommentStatus

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class LastEvent(TypedDict):
    """What `with_last_event` adds to a comment."""

    last_event_id: int


@dataclass(frozen=True, kw_only=True)
class Card:
    """`last_event` is what the moderator has seen of the comment; a decision carries its number."""

    comment: Comment
    last_event: ModerationEvent | None
    post_url: str

    @property
    def name(self) -> str:
        """The author's name as the page shows it."""
        return wording.name(self.comment)

    @property
    def body(self) -> SafeString:
        """The words as readers see or would see them."""
        return rendering.from_store(self.comment.body_html)

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
    def evidence(self) -> list[str]:
        """What the filter found, in sentences."""
        return wording.evidence(self.comment.evidence)

    @property
    def what_happened(self) -> str:
        """The last event, in a sentence."""
        return wording.happened(self.last_event) if self.last_event else ""

    @property
    def actions(self) -> tuple[Action, ...]:
        """The decisions that the comment's status offers."""
        return OFFERED[CommentStatus(self.comment.status)]


def with_last_event(comments: CommentQuerySet) -> "QuerySet[WithAnnotations[Comment, LastEvent]]":
    """The comments with the number of their last event, read in one statement.

    A decision between two reads would otherwise pair an old status with a new event,
    and the next decision would overrule it unseen.
    """
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    annotated = comments.select_related("page", "parent").annotate(
        last_event_id=Subquery(latest.values("pk")[:1])
    )
    # A queryset class of its own hides the annotation from the type checker.
    return cast("QuerySet[WithAnnotations[Comment, LastEvent]]", annotated)


def make_cards(
    comments: "Iterable[WithAnnotations[Comment, LastEvent]]", request: HttpRequest
) -> list[Card]:
    """A card for each comment of `with_last_event`; one more query, however many they are."""
    shown = list(comments)
    numbers = [comment.last_event_id for comment in shown]
    events = ModerationEvent.objects.select_related("actor").in_bulk(numbers)
    return [
        Card(
            comment=comment,
            last_event=events.get(comment.last_event_id),
            post_url=_post_url(comment, request),
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
