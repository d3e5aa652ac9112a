"""The raid switch: one post, all held, no links, slower, for a while. The rows are its log."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class RaidQuerySet(models.QuerySet["Raid"]):
    """Adjectives for raids."""

    def active(self, now: datetime) -> Self:
        """Those that are on at `now`; nobody has to switch them off."""
        return self.filter(started_at__lte=now, ends_at__gt=now)


class Raid(models.Model):
    """One time for which the switch was on. Switching it off early brings `ends_at` forward."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="raids")
    started_at = models.DateTimeField(_("since"))
    ends_at = models.DateTimeField(_("until"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = RaidQuerySet.as_manager()

    class Meta:
        verbose_name = _("raid switch")
        verbose_name_plural = _("raid switches")
        default_permissions = ()
        ordering = ["-pk"]
        indexes = [models.Index(fields=["page", "ends_at"], name="raid_now")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("started_at")), name="a_raid_ends_after_it_began"
            )
        ]

    def __str__(self) -> str:
        return f"raid switch of page {self.page_id}"
