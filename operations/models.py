"""What the newsroom's machinery remembers between processes."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from wagtail.models import Page


class WorkerLease(models.Model):
    """A worker's word that it is alive; whatever it runs is its own while the lease holds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    renewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id


class DayKey(models.Model):
    """Half of what turns an address into a key for one day; nobody can do so once it is gone."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"


class LimitCounter(models.Model):
    """How often something was done under a limit's name since its time began."""

    name = models.CharField(max_length=200, primary_key=True)
    taken = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.taken} until {self.expires_at:%H:%M}"


class OutboxMailQuerySet(models.QuerySet["OutboxMail"]):
    """What is still to be sent, and what of it may be taken in hand."""

    def waiting(self) -> Self:
        """Neither sent nor given up."""
        return self.filter(sent_at=None, given_up_at=None)

    def given_up(self) -> Self:
        """Tried for the last time, and not sent."""
        return self.exclude(given_up_at=None)

    def due(self, now: datetime) -> Self:
        """Waiting, its time has come, and no living worker has it in hand."""
        is_free = Q(claimed_until=None) | Q(claimed_until__lte=now)
        return self.waiting().filter(is_free, due_at__lte=now)


class OutboxMail(models.Model):
    """A mail to be sent, written in the transaction of what it tells of (operations/outbox)."""

    key = models.CharField(max_length=200)
    recipient = models.CharField(max_length=254)
    subject = models.TextField()
    text = models.TextField()
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # A worker that takes it in hand counts an attempt; if the worker is killed, it is free again
    # once this time has come.
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Only its kind: the words of a mail server quote the recipient.
    last_problem = models.CharField(max_length=80, default="")
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    objects = OutboxMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(sent_at=None, given_up_at=None),
                name="mail_waiting_by_due_at",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="a_mail_is_posted_once_under_its_key"),
            models.CheckConstraint(condition=~Q(key=""), name="a_mail_has_a_key"),
            models.CheckConstraint(condition=~Q(recipient=""), name="a_mail_has_a_recipient"),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(given_up_at=None),
                name="a_mail_is_never_both_sent_and_given_up",
            ),
            models.CheckConstraint(
                condition=Q(claimed_until=None) | Q(sent_at=None, given_up_at=None),
                name="nobody_has_a_finished_mail_in_hand",
            ),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk}"


class PageViews(models.Model):
    """How often a page was read on a day of the newsroom's zone; nothing about who did."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    number = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="a_page_has_one_count_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="views_by_day")]

    def __str__(self) -> str:
        return f"page {self.page_id} on {self.day}: {self.number}"


class ChangeCount(models.Model):
    """A part of the number of all changes that readers see (operations/page_cache/changes.py)."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number} changes"
