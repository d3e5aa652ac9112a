"""Readers who want news by mail."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from blog.models.campaigns import CampaignPage
from blog.models.posts import PostPage


class NewsFrequency(models.TextChoices):
    """How often a subscriber gets mail."""

    EACH = "each", _("Each post, when it appears")
    DAILY = "daily", _("Once a day, if there is news")
    WEEKLY = "weekly", _("Once a week, if there is news")


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Whom to write to."""

    def confirmed(self) -> Self:
        """Who has said yes to the one question."""
        return self.exclude(confirmed_at=None)

    def never_confirmed(self, before: datetime) -> Self:
        """Who was asked before a moment and never answered."""
        return self.filter(confirmed_at=None, asked_at__lt=before)


class Subscriber(models.Model):
    """An address and what it wants, in one language; of one campaign, or of everything.

    Nothing is sent before it is confirmed but that one question. `nonce` goes into the signed links
    of its mails, so that links of a row that is gone work nowhere else.
    """

    email = models.EmailField(_("e-mail"))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    campaign = models.ForeignKey(
        CampaignPage, on_delete=models.CASCADE, null=True, related_name="news_subscribers"
    )
    frequency = models.CharField(
        _("how often"), max_length=10, choices=NewsFrequency, default=NewsFrequency.EACH
    )
    nonce = models.CharField(max_length=32, unique=True)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    # Posts that appeared before this moment have been sent, or are not wanted.
    told_until = models.DateTimeField(null=True, db_index=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        default_permissions = ("view", "delete")
        indexes = [models.Index(fields=["email"], name="news_of_an_address")]
        constraints = [
            models.CheckConstraint(
                condition=Q(frequency__in=NewsFrequency.values),
                name="news_frequency_is_a_known_one",
            ),
            models.UniqueConstraint(
                fields=["email", "locale"],
                condition=Q(campaign=None),
                name="an_address_follows_an_edition_once",
            ),
            models.UniqueConstraint(
                fields=["email", "campaign"],
                condition=~Q(campaign=None),
                name="an_address_follows_a_campaign_once",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(confirmed_at__gte=F("asked_at")),
                name="an_address_is_asked_before_it_confirms",
            ),
        ]

    def __str__(self) -> str:
        return f"subscriber {self.pk}"


class NewsToSend(models.Model):
    """A post that appeared and whose subscribers have still to be written to, one row a post.

    Written in the transaction that publishes it; `done_at` once every mail lies in the outbox.
    """

    post = models.OneToOneField(PostPage, on_delete=models.CASCADE, related_name="news_to_send")
    appeared_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["appeared_at"], condition=Q(done_at=None), name="news_still_to_send"
            )
        ]

    def __str__(self) -> str:
        return f"news of post {self.post_id}"
