"""One decision on all comments that fit a filter: what was asked, and what became of each."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.rule import RuleVersion
from comments.states import Action


class BulkOutcome(models.TextChoices):
    """What became of the decision on one comment."""

    WAITING = "", _("Waiting")
    DONE = "done", _("Done")
    STALE = "stale", _("Somebody else was faster")
    REFUSED = "refused", _("Not possible from where it stands")
    TO_BE_READ = "to_be_read", _("Has to be read first")
    GONE = "gone", _("Deleted meanwhile")


class BulkJob(models.Model):
    """A decision on many. Its number is the `batch` of the events that it makes."""

    batch = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.CharField(max_length=12, choices=Action)
    rule_version = models.ForeignKey(
        RuleVersion, on_delete=models.PROTECT, null=True, related_name="+"
    )
    explanation = models.TextField(blank=True)
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    # The job that this one takes back.
    undoes = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, related_name="undone_by"
    )
    created_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("decision on many")
        verbose_name_plural = _("decisions on many")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["created_at"], condition=Q(ended_at__isnull=True), name="bulk_job_open"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__in=Action.values), name="bulk_action_is_a_known_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.batch}"


class BulkItem(models.Model):
    """One comment of a job, as the moderator had seen it, and what became of it."""

    job = models.ForeignKey(BulkJob, on_delete=models.CASCADE, related_name="items")
    # No row need stand behind it: a post may be deleted with its comments meanwhile.
    comment_id = models.BigIntegerField()
    seen_event_id = models.BigIntegerField()
    outcome = models.CharField(max_length=10, choices=BulkOutcome, blank=True, default="")

    class Meta:
        verbose_name = _("comment of a decision on many")
        verbose_name_plural = _("comments of a decision on many")
        default_permissions = ()
        indexes = [
            models.Index(fields=["job", "outcome", "id"], name="bulk_items_by_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "comment_id"], name="a_job_decides_on_a_comment_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=BulkOutcome.values), name="bulk_outcome_is_a_known_one"
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.comment_id} of {self.job_id}"
