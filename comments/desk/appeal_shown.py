"""What a moderator is shown of an appeal: the comment, what was decided, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Subquery
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from comments import appeals, rendering, rulebook
from comments.appeal_outcomes import grounds_of
from comments.models import (
    Appeal,
    AppealState,
    Comment,
    CommentSettings,
    ModerationEvent,
    ReportReason,
    RuleText,
    RuleVersion,
)
from comments.models.appeal import AppealQuerySet
from comments.moderation_queue import masking, wording
from comments.moderation_queue.masking import Segment
from comments.states import Action, CommentStatus

AGAIN = (Action.REMOVE, Action.MARK_SPAM, Action.TRASH)


@dataclass(frozen=True, kw_only=True)
class ListedAppeal:
    """A line of the list. `alike` is how many others are about nearly the same spam."""

    appeal: Appeal
    name: str
    decided: str
    waits_again: bool
    is_late: bool
    alike: int


@dataclass(frozen=True, kw_only=True)
class AlikeAppeal:
    """Another appeal that may get the same answer, and its comment's last event as it is shown."""

    appeal: Appeal
    name: str
    statement: list[Segment]
    seen_event_id: int


@dataclass(frozen=True, kw_only=True)
class ShownAppeal:
    """One appeal as a screen of its own shows it; `masked` stands for `body` where it is covered.

    `grounds` is the decision that it is about, `since` what took the comment away again after that,
    `answered_by` who answered, "" while nobody has. It `waits_again` where the decision was taken
    back and nobody has made another.
    """

    appeal: Appeal
    name: str
    body: SafeString
    masked: list[Segment]
    may_threaten: bool
    statement: list[Segment]
    decided: str
    grounds: ModerationEvent
    since: str
    waits_again: bool
    rule: RuleText | None
    explanation: str
    rule_after: RuleText | None
    answered_by: str
    is_late: bool
    alike: list[AlikeAppeal]

    @property
    def alike_in_one_field(self) -> str:
        """What the form carries of the others: their numbers and those of the last events."""
        return " ".join(f"{each.appeal.pk}.{each.seen_event_id}" for each in self.alike)


def shown_in_list(
    rows: Iterable[Appeal], *, among: AppealQuerySet, now: datetime
) -> list[ListedAppeal]:
    """The lines of a list, in a constant number of queries."""
    found = list(rows)
    alike = _alike_by_cluster(found, among)
    return [
        ListedAppeal(
            appeal=each,
            name=wording.name(each.comment),
            decided=wording.happened(each.event),
            waits_again=each.state == AppealState.OPEN and _is_in_the_queue(each),
            is_late=_is_late(each, now),
            alike=alike.get(_spam_cluster(each), 1) - 1,
        )
        for each in found
    ]


def shown_alone(
    appeal: Appeal, settings: CommentSettings, *, among: AppealQuerySet, now: datetime
) -> ShownAppeal:
    """An appeal with everything that is needed to answer it."""
    comment, grounds = appeal.comment, grounds_of(appeal.event)
    explanation = getattr(grounds, "explanation", None)
    is_covered = masking.has_personal_data(comment.evidence)
    return ShownAppeal(
        appeal=appeal,
        name=wording.name(comment),
        body=rendering.from_store(comment.body_html),
        masked=masking.masked(comment.body, settings) if is_covered else [],
        may_threaten=_may_threaten(comment),
        statement=masking.masked(appeal.statement, settings),
        decided=wording.happened(appeal.event),
        grounds=grounds,
        since=_taken_away_since(appeal),
        waits_again=_waits_again(appeal),
        rule=_said_by(grounds.rule_version),
        explanation=explanation.words if explanation else "",
        rule_after=_said_by(appeals.rule_after(appeal)),
        answered_by=_answered_by(appeal),
        is_late=_is_late(appeal, now),
        alike=_others_alike(appeal, settings, among),
    )


def _may_threaten(comment: Comment) -> bool:
    """Whether its words are covered as a whole: the checks said so, or a reader did."""
    told = comment.reports.filter(reason=ReportReason.THREAT)
    return masking.has_threat(comment.evidence) or told.exists()


def with_what_is_shown(rows: AppealQuerySet) -> AppealQuerySet:
    """The appeals together with their comments, posts and decisions."""
    return rows.select_related("comment__page", "event__actor", "decided_by")


def _others_alike(
    appeal: Appeal, settings: CommentSettings, among: AppealQuerySet
) -> list[AlikeAppeal]:
    if appeal.state != AppealState.OPEN:
        return []
    latest = ModerationEvent.objects.filter(comment=OuterRef("comment")).order_by("-pk")
    others = appeals.alike(appeal, among=among)
    # Read first: what happens from now on makes the answer stale.
    pairs = others.annotate(seen=Subquery(latest.values("pk")[:1])).values_list("pk", "seen")
    seen: dict[int, int] = dict(pairs[: appeals.MAX_ALIKE])
    return [
        AlikeAppeal(
            appeal=other,
            name=wording.name(other.comment),
            statement=masking.masked(other.statement, settings),
            seen_event_id=seen[other.pk],
        )
        for other in others.filter(pk__in=seen)
    ]


def _alike_by_cluster(rows: Iterable[Appeal], among: AppealQuerySet) -> dict[int, int]:
    clusters = {number for each in rows if (number := _spam_cluster(each))}
    same = appeals.about_spam(among).filter(comment__cluster__in=clusters)
    counted = same.order_by().values_list("comment__cluster").annotate(number=Count("pk"))
    return dict(counted)


def _spam_cluster(appeal: Appeal) -> int:
    """The kind of spam that is appealed about; 0 for everything else, which no cluster has."""
    comment: Comment = appeal.comment
    is_spam = appeal.state == AppealState.OPEN and comment.status == CommentStatus.SPAM
    return comment.cluster_id or 0 if is_spam else 0


def _is_in_the_queue(appeal: Appeal) -> bool:
    return bool(appeal.comment.status == CommentStatus.PENDING)


def _waits_again(appeal: Appeal) -> bool:
    return appeal.state == AppealState.OPEN and not appeals.is_taken_away(appeal.comment)


def _taken_away_since(appeal: Appeal) -> str:
    """What took the comment away after it had been let wait again; "" where nothing did."""
    later = appeal.comment.events.filter(pk__gt=appeal.event_id, undone_by=None)
    again = later.filter(action__in=AGAIN, from_status=CommentStatus.PENDING).last()
    return wording.happened(again) if again else ""


def _is_late(appeal: Appeal, now: datetime) -> bool:
    return appeal.state == AppealState.OPEN and appeal.due_at < now


def _said_by(version: RuleVersion | None) -> RuleText | None:
    return rulebook.text_of(version, translation.get_language()) if version else None


def _answered_by(appeal: Appeal) -> str:
    if appeal.state == AppealState.OPEN:
        return ""
    if appeal.decided_by is None:
        return _("somebody whose account is gone")
    return str(get_user_display_name(appeal.decided_by))
