"""The block list: what makes a comment wait for a person, why, and until when."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BlockKind(models.TextChoices):
    """What of a comment is compared."""

    PHRASE = "phrase", _("Word or phrase")
    HOST = "host", _("Web host, with all below it")
    NAME = "name", _("Name")
    EMAIL = "email", _("E-mail address")  # kept as a keyed digest
    SENDER = "sender", _("Network address, for today")  # kept as the key of the day


# What of a comment names who wrote it, so that a ban can name it.
OF_A_PERSON = [BlockKind.NAME.value, BlockKind.EMAIL.value, BlockKind.SENDER.value]
# Kept as digests, so that nobody reads an address in them.
UNREADABLE = [BlockKind.EMAIL.value, BlockKind.SENDER.value]


class BlockQuerySet(models.QuerySet["Block"]):
    """Adjectives for entries."""

    def active(self, now: datetime) -> Self:
        """Those that are in force at `now`."""
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now))

    def expired(self, now: datetime) -> Self:
        """Those whose time is over at `now`."""
        return self.filter(expires_at__lte=now)


class Block(models.Model):
    """One entry. It holds comments, never bins them, and no reader is told which entry did.

    `value` is the form that is compared, `shown` what the moderator typed.
    """

    kind = models.CharField(_("what"), max_length=10, choices=BlockKind)
    value = models.CharField(max_length=200)
    shown = models.CharField(_("value"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=200)
    # A ban refuses, and says so; everything else on the list makes a comment wait.
    is_ban = models.BooleanField(_("ban"), default=False)
    expires_at = models.DateTimeField(_("until"), null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("block list entry")
        verbose_name_plural = _("block list entries")
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=BlockKind.values), name="block_kind_is_a_known_one"
            ),
            models.CheckConstraint(condition=~Q(value=""), name="a_block_names_something"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_block_has_a_reason"),
            models.UniqueConstraint(fields=["kind", "value"], name="a_thing_is_blocked_once"),
            models.CheckConstraint(
                condition=Q(kind__in=UNREADABLE, shown="")
                | (~Q(kind__in=UNREADABLE) & ~Q(shown="")),
                name="a_block_shows_what_is_no_address",
            ),
            models.CheckConstraint(
                condition=Q(is_ban=False) | Q(kind__in=OF_A_PERSON, expires_at__isnull=False),
                name="a_ban_is_of_a_person_and_ends",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BlockKind.SENDER) | Q(expires_at__isnull=False),
                name="a_block_of_a_sender_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
