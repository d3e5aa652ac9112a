"""Links by which somebody without an account reads a draft."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class DraftLinkQuerySet(models.QuerySet["DraftLink"]):
    """Which links open something."""

    def working(self, now: datetime) -> Self:
        """Neither past nor taken back."""
        return self.filter(expires_at__gt=now, revoked_at=None)


class DraftLink(models.Model):
    """A link to the newest draft of a page. Only a digest of its secret is kept."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="draft_links")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="draft_links"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = DraftLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="a_draft_link_works_for_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"link to draft {self.page_id}"
