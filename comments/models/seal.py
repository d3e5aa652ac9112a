"""Seals on the log: each holds the digest of the one before and of the events that it covers."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Seal(models.Model):
    """One batch of events, sealed together. `comments/seals/` says what the digests are of.

    `entries` begins with a line that counts the events of each table up to this seal, and has a
    line for each event that it covers: its table, its number, and the digest of its row.
    """

    number = models.PositiveIntegerField(primary_key=True)
    before = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    entries = models.TextField()
    sealed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        default_permissions = ()
        ordering = ["number"]

    def __str__(self) -> str:
        return f"seal {self.number}"
