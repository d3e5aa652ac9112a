"""What readers report: a comment, why, and what came of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment

MAX_WORDS_CHARACTERS = 1_000


class ReportReason(models.TextChoices):
    """Why a reader wants somebody to look."""

    NAMES_ME = "names_me", _("It is about me and I want it taken down")
    PERSONAL_DATA = "personal_data", _("It gives away somebody's personal data")
    THREAT = "threat", _("It threatens or abuses somebody")
    SPAM = "spam", _("It is spam or advertising")
    FALSE = "false", _("It is false and does harm")
    OTHER = "other", _("Something else")


class ReportState(models.TextChoices):
    """What came of a report."""

    OPEN = "open", _("Waiting")
    UPHELD = "upheld", _("The comment was taken down")
    DISMISSED = "dismissed", _("The comment stays")


class ReportQuerySet(models.QuerySet["Report"]):
    """Adjectives by which the room speaks of reports."""

    def open(self) -> Self:
        """Those that nobody has decided on."""
        return self.filter(state=ReportState.OPEN)


class Report(models.Model):
    """One reader's word about one comment.

    `reporter_key` is the key of the reporter's address for that day, so that one reader counts
    once; it is emptied when the day is over, and null from the start where the address is not
    known. `is_proven` tells whether the report came from our own page within all limits: only
    then it counts for `CommentSettings.reports_that_hold`. The receipt's secret is kept as a
    digest.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason)
    words = models.TextField(_("in your words"), max_length=MAX_WORDS_CHARACTERS, blank=True)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.OPEN)
    reporter_key = models.CharField(max_length=32, null=True)  # noqa: DJ001  (unique)
    is_proven = models.BooleanField(default=False)
    receipt_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("at"), default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="report_queue_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=ReportReason.values), name="report_reason_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReportState.values), name="report_state_is_a_known_one"
            ),
            models.UniqueConstraint(
                fields=["comment", "reporter_key"], name="a_reader_reports_a_comment_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.OPEN, settled_at__isnull=True)
                | (~Q(state=ReportState.OPEN) & Q(settled_at__isnull=False)),
                name="a_report_is_open_or_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.pk} of comment {self.comment_id}"
