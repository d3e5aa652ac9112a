"""What cannot be taken back: asked for with the password, and done a day later."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IrreversibleKind(models.TextChoices):
    """What is to be done."""

    PURGE = "purge", _("Delete comments for ever")
    EXPORT = "export", _("Export personal data")


class IrreversibleAct(models.Model):
    """One such act: who asked, from when on it may be done, and how it ended.

    `wanted` holds the comments that it is about: for each its number and that of its last event
    when it was asked for, as `[7, 12]`.
    """

    kind = models.CharField(_("what"), max_length=10, choices=IrreversibleKind)
    wanted = models.JSONField(default=list)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    # Set where the owner wants a second person.
    needs_second = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("irreversible act")
        verbose_name_plural = _("irreversible acts")
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=IrreversibleKind.values), name="irreversible_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("asked_at")), name="what_is_irreversible_waits"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(called_off_at__isnull=True),
                name="what_was_called_off_is_not_done",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True)
                | Q(needs_second=False)
                | Q(confirmed_at__isnull=False),
                name="what_needs_two_is_done_by_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
