"""The log: one row for everything that happens to a comment, appended and never edited.

An event outlives the comment, without its words: the reference holds the number and
demands no row behind it.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.desk_event import DeskEvent
from comments.models.rule import RuleVersion
from comments.states import (
    DECISIONS,
    EVENTS_IN_PLACE,
    FIRST_EVENTS,
    REVOCABLE,
    TRANSITIONS,
    Action,
    CommentStatus,
    Reason,
    RemovedBy,
)


def _follows_the_table() -> Q:
    """A first event comes from nowhere; every later one stays in place or follows the table."""
    allowed = Q(from_status="", action__in=[*FIRST_EVENTS])
    allowed |= Q(from_status=models.F("to_status"), action__in=[*EVENTS_IN_PLACE])
    for before, afters in TRANSITIONS.items():
        allowed |= Q(from_status=before, to_status__in=sorted(afters))
    return allowed & Q(to_status__in=CommentStatus.values)


class ModerationEventQuerySet(models.QuerySet["ModerationEvent"]):
    """Adjectives for events."""

    def decided(self) -> Self:
        """A person's decisions that stand; by what was done, for an account may be gone."""
        by_reports = Q(action=Action.HOLD, reason=Reason.CHECKS)
        return self.filter(action__in=DECISIONS, undone_by=None).exclude(by_reports)

    def answering(self) -> Self:
        """Those by which an appeal was answered, as the desk's half of the log says."""
        told = DeskEvent.objects.filter(subject=OuterRef("comment_id"), data__has_key="answer")
        told = told.annotate(answer=Cast(KT("data__answer"), BigIntegerField()))
        return self.filter(Exists(told.filter(answer=OuterRef("pk")).order_by()))

    def revocable(self) -> Self:
        """What may be taken back: a person's decision, and not the answer to an appeal."""
        decisions = self.filter(action__in=REVOCABLE, actor_number__isnull=False)
        answers = ModerationEvent.objects.filter(pk=OuterRef("pk")).answering()
        return decisions.filter(~Exists(answers.order_by()))


class ModerationEvent(models.Model):
    """One thing that happened: what, from which status to which, by whom, why."""

    comment = models.ForeignKey(
        Comment, on_delete=models.DO_NOTHING, db_constraint=False, related_name="events"
    )
    action = models.CharField(_("action"), max_length=12, choices=Action)
    from_status = models.CharField(max_length=10, choices=CommentStatus, blank=True)
    to_status = models.CharField(max_length=10, choices=CommentStatus)
    removed_by = models.CharField(max_length=15, choices=RemovedBy, blank=True)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    # Which rule a removal is by, as it stood then.
    rule_version = models.ForeignKey(
        RuleVersion, on_delete=models.PROTECT, null=True, related_name="events"
    )
    # Whether a machine had pointed at the comment before a person decided.
    was_flagged = models.BooleanField(default=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="moderation_events",
        verbose_name=_("by"),
    )
    # The same, and it stays when the account goes, or the seal of the log would break.
    actor_number = models.BigIntegerField(null=True)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="undone_by"
    )
    batch = models.UUIDField(null=True, db_index=True)
    created_at = models.DateTimeField(_("at"), db_index=True)

    objects = ModerationEventQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("moderation event")
        verbose_name_plural = _("moderation events")
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["actor", "created_at"], name="event_of_a_moderator")]
        constraints = [
            models.CheckConstraint(
                condition=_follows_the_table(), name="event_follows_the_table_of_transitions"
            ),
            models.CheckConstraint(
                condition=Q(to_status=CommentStatus.REMOVED, removed_by__in=RemovedBy.values)
                | (~Q(to_status=CommentStatus.REMOVED) & Q(removed_by="")),
                name="event_says_who_removed",
            ),
            models.CheckConstraint(
                condition=Q(action__in=Action.values), name="event_action_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=Reason.values), name="event_reason_is_a_known_one"
            ),
            # What is imported, restored or undone into REMOVED was not removed there and then.
            models.CheckConstraint(
                condition=~Q(action=Action.REMOVE) | ~Q(reason=Reason.NONE),
                name="a_removal_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(actor__isnull=True)
                | Q(actor_number__isnull=False, actor=models.F("actor_number")),
                name="an_event_keeps_the_number_of_its_maker",
            ),
            models.CheckConstraint(
                condition=Q(action=Action.REMOVE) | Q(rule_version__isnull=True),
                name="only_a_removal_is_by_a_rule",
            ),
            # The seals count from there.
            models.CheckConstraint(condition=Q(id__gt=0), name="an_event_has_a_number_above_0"),
            models.UniqueConstraint(
                fields=["comment"],
                condition=Q(from_status=""),
                name="a_comment_begins_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} of comment {self.comment_id}"
