"""Somebody who proved to have written earlier: by a receipt, or by a confirmed address."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Writer(models.Model):
    """Ties comments of one proven writer together. It says nothing about who that is.

    `email_digest` is a keyed digest of a confirmed address, null without one. A typed name or
    address never leads here.
    """

    email_digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  (unique)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("proven writer")
        verbose_name_plural = _("proven writers")
        default_permissions = ()

    def __str__(self) -> str:
        return f"writer {self.pk}"
