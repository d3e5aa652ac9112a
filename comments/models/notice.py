"""What is to be told to whom: one row for an event and a person, written with the event."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.event import ModerationEvent
from comments.models.subscription import Subscription


class NoticeQuerySet(models.QuerySet["Notice"]):
    """What is still to be told."""

    def waiting(self) -> Self:
        """Told to nobody yet."""
        return self.filter(settled_at=None)

    def due(self, now: datetime) -> Self:
        """Waiting, and its time has come."""
        return self.waiting().filter(due_at__lte=now)


class Notice(models.Model):
    """An entry of the outbox: turned into a mail when due, if it is still true then."""

    event = models.ForeignKey(ModerationEvent, on_delete=models.CASCADE, related_name="notices")
    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, null=True, related_name="notices"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        indexes = [
            models.Index(fields=["due_at"], condition=Q(settled_at__isnull=True), name="notice_due")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(subscription__isnull=False, user__isnull=True)
                | Q(subscription__isnull=True, user__isnull=False),
                name="a_notice_is_for_one_person",
            ),
            models.UniqueConstraint(
                fields=["event", "subscription"],
                condition=Q(subscription__isnull=False),
                name="a_reader_is_told_of_an_event_once",
            ),
            models.UniqueConstraint(
                fields=["event", "user"],
                condition=Q(user__isnull=False),
                name="a_moderator_is_told_of_an_event_once",
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"
