"""What waits for an answer, in which order, and what stands since an answer was given."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import User
from comments import permissions
from comments.models import Appeal, AppealState, DeskAct, DeskEvent, RuleVersion
from comments.models.appeal import AppealQuerySet
from comments.states import CommentStatus


@dataclass(frozen=True)
class Waiting:
    """How many appeals nobody has answered, and how many of them are late."""

    count: int
    late: int


def in_reach(moderator: User) -> AppealQuerySet:
    """The appeals about comments that are this moderator's to decide on."""
    section = permissions.section_of(moderator)
    return (
        Appeal.objects.all()
        if section is None
        else Appeal.objects.filter(comment__page__in=section)
    )


def waiting(among: AppealQuerySet, *, now: datetime) -> Waiting:
    """How many of the appeals wait for an answer, in one query."""
    late = Count("pk", filter=Q(due_at__lt=now))
    numbers = among.open().aggregate(number=Count("pk"), late=late)
    return Waiting(numbers["number"], numbers["late"])


def listed(among: AppealQuerySet) -> AppealQuerySet:
    """Those that wait, the latest first, then the oldest; one only of those about the same spam."""
    sooner = Q(due_at__lt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), pk__lt=OuterRef("pk"))
    same = about_spam(among).filter(sooner, comment__cluster=OuterRef("comment__cluster"))
    is_later_one = Q(comment__status=CommentStatus.SPAM) & Exists(same)
    return among.open().exclude(is_later_one).order_by("due_at", "pk")


def alike(found: Appeal, *, among: AppealQuerySet) -> AppealQuerySet:
    """The others that wait, about what was called spam and says nearly the same."""
    comment = found.comment
    if comment.status != CommentStatus.SPAM or comment.cluster_id is None:
        return Appeal.objects.none()
    same = about_spam(among).filter(comment__cluster=comment.cluster_id).exclude(pk=found.pk)
    return same.select_related("comment").order_by("due_at", "pk")


def about_spam(among: AppealQuerySet) -> AppealQuerySet:
    """Those that wait about what a moderator called spam."""
    return among.open().filter(comment__status=CommentStatus.SPAM)


def rule_after(found: Appeal) -> RuleVersion | None:
    """The other rule by which a decision stands since the appeal; None where it is the same one.

    The log says it.
    """
    if found.state != AppealState.VARIED:
        return None
    log = DeskEvent.objects.filter(act=DeskAct.VARY, subject=found.comment_id)
    said = log.filter(data__appeal=found.pk).values_list("data", flat=True).first() or {}
    rules = RuleVersion.objects.filter(rule__code=said.get("rule", ""))
    return rules.filter(number=said.get("version", 0)).select_related("rule").first()
