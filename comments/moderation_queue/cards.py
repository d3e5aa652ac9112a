"""A comment as a moderator sees it: whole, with its parent, its post, and what may be done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.admin.utils import get_user_display_name

from comments import notes, permissions, rendering, serving
from comments.desk.record import Record, record_of
from comments.models import (
    Comment,
    CommentSettings,
    CommentVersion,
    ModerationEvent,
    ModeratorNote,
)
from comments.moderation_queue import explanation, languages, masking, wording
from comments.moderation_queue.alike import Alike, alike_of
from comments.moderation_queue.earlier import earlier_of
from comments.moderation_queue.edited import edits_of
from comments.moderation_queue.last_events import latest
from comments.moderation_queue.masking import Segment
from comments.moderation_queue.reported import Reports, reports_of
from comments.serving import InForce
from comments.states import OFFERED, Action, CommentStatus

# Where the filter's opinion helps to decide.
ASKED_ABOUT = (CommentStatus.PENDING, CommentStatus.SPAM)


@dataclass(frozen=True, kw_only=True)
class Card:
    """`last_event` is what the moderator has seen of the comment; a decision carries its number."""

    comment: Comment
    last_event: ModerationEvent | None
    newest_event_id: int = 0  # of the whole log
    post_url: str
    settings: CommentSettings
    now: datetime
    reports: Reports | None = None
    edit: CommentVersion | None = None
    alike: Alike | None = None
    earlier: Sequence[Comment] = ()
    record: Record | None = None
    may_ban: bool = False
    is_to_check: bool = False
    in_force: InForce | None = None
    claimed_by: str = ""
    notes: Sequence[ModeratorNote] = ()
    appeal_id: int | None = None  # of the one that waits for an answer

    @property
    def name(self) -> str:
        """The author's name, for what is read out or stands in a sentence."""
        return wording.name(self.comment)

    @property
    def body(self) -> SafeString:
        """The words as readers see or would see them."""
        return rendering.from_store(self.comment.body_html)

    @cached_property
    def masked(self) -> list[Segment]:
        """The words as they were typed with what could endanger somebody covered, if there is."""
        if not masking.has_personal_data(self.comment.evidence):
            return []
        return masking.masked(self.comment.body, self.settings)

    @property
    def may_threaten(self) -> bool:
        """Whether its words are covered as a whole, until somebody asks for them."""
        told = bool(self.reports and self.reports.tells_of_threat)
        return told or masking.has_threat(self.comment.evidence)

    @property
    def masked_name(self) -> list[Segment]:
        """The name, covered in the same way."""
        return masking.masked(self.comment.author_name or self.name, self.settings)

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
    def edit_may_threaten(self) -> bool:
        """Whether these words are covered as a whole."""
        return self.edit is not None and masking.has_threat(self.edit.evidence)

    @property
    def found_in_edit(self) -> str:
        """What was found in the edit, in a sentence."""
        if self.edit is None:
            return ""
        cover = masking.cover_of(self.edit.evidence, (self.edit.body,), self.settings)
        return explanation.found(self.edit.evidence, cover)

    @property
    def parent_body(self) -> SafeString:
        """The words that it answers."""
        parent = self.comment.parent
        return rendering.from_store(parent.body_html if parent else "")

    @property
    def masked_parent(self) -> list[Segment]:
        """The same as typed and covered, if there is something to cover."""
        parent = self.comment.parent
        if parent is None or not masking.has_personal_data(parent.evidence):
            return []
        return masking.masked(parent.body, self.settings)

    @property
    def parent_may_threaten(self) -> bool:
        """Whether the words that it answers are covered as a whole."""
        parent = self.comment.parent
        return parent is not None and masking.has_threat(parent.evidence)

    @property
    def parent_name(self) -> str:
        """Who is answered."""
        return wording.name(self.comment.parent) if self.comment.parent else ""

    @property
    def language(self) -> str:
        """The language that it speaks, by name; "" where that could not be told."""
        return languages.name_of(self.comment.language) if self.comment.language else ""

    @property
    def waits_for(self) -> str:
        """How long it has waited, if it does."""
        is_waiting = self.comment.status == CommentStatus.PENDING
        return wording.waits_for(self.comment.created_at, now=self.now) if is_waiting else ""

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


def make_cards(comment_ids: Collection[int], request: HttpRequest) -> list[Card]:
    """A card for each of the comments that exist, in their order.

    At most thirteen queries, however many there are; what no comment has costs none.
    """
    found = latest(comment_ids)
    comments = [comment for comment, _event in found.values()]
    known = [event for _comment, event in found.values() if event]
    reports = reports_of([event.comment_id for event in known if event.is_reported])
    edits = edits_of([event.comment_id for event in known if event.is_edited])
    among = permissions.within(request)
    alike = alike_of([event.comment for event in known if event.is_alike], among=among)
    noted = notes.of([event.comment_id for event in known if event.is_noted])
    earlier = earlier_of(comments, among=among)
    records = record_of(comments, among=among)
    asked = any(each.verdict and each.status in ASKED_ABOUT for each in comments)
    is_asked = asked or any(event.is_to_check for event in known)
    in_force = serving.current_or_none() if is_asked else None
    settings = permissions.settings_for(request)
    may_ban = permissions.may_open(request, "reader_comments:ban")
    now = timezone.now()
    return [
        Card(
            comment=comment,
            last_event=event,
            newest_event_id=event.newest if event else 0,
            post_url=_post_url(comment, request),
            settings=settings,
            now=now,
            reports=reports.get(comment.pk),
            edit=edits.get(comment.pk),
            alike=alike.get(comment.cluster_id or 0),
            earlier=earlier.get(comment.pk, ()),
            record=records.get(comment.pk),
            may_ban=may_ban,
            is_to_check=bool(event and event.is_to_check),
            in_force=in_force,
            claimed_by=_claimed_by(comment, request, now=now),
            notes=noted.get(comment.pk, ()),
            appeal_id=event.appeal_id if event else None,
        )
        for comment, event in (found[number] for number in comment_ids if number in found)
    ]


def newest_event(cards: Iterable[Card]) -> int:
    """The number of the newest event of the log when these cards were made."""
    return max((card.newest_event_id for card in cards), default=0)


def _claimed_by(comment: Comment, request: HttpRequest, *, now: datetime) -> str:
    """Who else is looking at it at this moment; "" when nobody is."""
    try:
        claim = comment.claim
    except ObjectDoesNotExist:
        return ""
    is_mine = claim.user_id == getattr(request.user, "pk", None)
    return "" if is_mine or claim.until <= now else str(get_user_display_name(claim.user))


def _post_url(comment: Comment, request: HttpRequest) -> str:
    """Where readers find the comment; empty while its post is not published."""
    url = comment.page.get_url(request) if comment.page.live else None
    if not url:
        return ""
    is_published = comment.status == CommentStatus.PUBLISHED
    return f"{url}#comment-{comment.pk}" if is_published else url
