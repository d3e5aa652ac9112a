"""An author's word against a decision, and what somebody else made of it."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.event import ModerationEvent

MAX_STATEMENT_CHARACTERS = 2_000


class AppealState(models.TextChoices):
    """What came of it."""

    OPEN = "open", _("Waiting")
    UPHELD = "upheld", _("The decision stands")
    REVERSED = "reversed", _("The decision was reversed")
    VARIED = "varied", _("The decision stands, for another reason")


class AppealQuerySet(models.QuerySet["Appeal"]):
    """Adjectives for appeals."""

    def open(self) -> Self:
        """Those that nobody has decided on."""
        return self.filter(state=AppealState.OPEN)


class Appeal(models.Model):
    """One appeal against one decision, by the receipt of the comment.

    `by_same_person` is set with the outcome: nobody else was there to decide it.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="appeals")
    event = models.OneToOneField(ModerationEvent, on_delete=models.PROTECT, related_name="appeal")
    statement = models.TextField(
        _("why it should be otherwise"), max_length=MAX_STATEMENT_CHARACTERS, blank=True
    )
    state = models.CharField(max_length=10, choices=AppealState, default=AppealState.OPEN)
    words = models.TextField(_("answer"), max_length=MAX_STATEMENT_CHARACTERS, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by_same_person = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    objects = AppealQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="appeal_queue_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=AppealState.values), name="appeal_state_is_a_known_one"
            ),
            models.UniqueConstraint(
                fields=["comment"],
                condition=Q(state=AppealState.OPEN),
                name="one_appeal_of_a_comment_waits",
            ),
            models.CheckConstraint(
                condition=Q(state=AppealState.OPEN, decided_at__isnull=True)
                | (~Q(state=AppealState.OPEN) & Q(decided_at__isnull=False)),
                name="an_appeal_is_open_or_decided",
            ),
        ]

    def __str__(self) -> str:
        return f"appeal {self.pk} against event {self.event_id}"
