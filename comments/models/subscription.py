"""Who asked to be told, of what, and how often."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments.models.comment import Comment


class Topic(models.TextChoices):
    """What a reader is told of."""

    REPLIES = "replies", _("Answers to my comment")
    PAGE = "page", _("Every new comment below this post")
    DECISION = "decision", _("What was decided about my comment")


class Frequency(models.TextChoices):
    """How often."""

    AT_ONCE = "at_once", _("Each time")
    DAILY = "daily", _("Once a day at most")
    NEVER = "never", _("Never")


class Subscription(models.Model):
    """A reader's wish. Nothing is sent before the address is confirmed, but that one question.

    `nonce` goes into the signed links of its mails, so that links of a row that is gone work
    nowhere else. The address is kept as long as the row.
    """

    email = models.EmailField(_("e-mail"))
    topic = models.CharField(max_length=10, choices=Topic)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="comment_subscriptions")
    # The comment whose answers or decision are meant; null for a whole page.
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, null=True, related_name="subscriptions"
    )
    frequency = models.CharField(max_length=10, choices=Frequency, default=Frequency.AT_ONCE)
    language = models.CharField(max_length=12)
    nonce = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("subscription to comments")
        verbose_name_plural = _("subscriptions to comments")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__in=Topic.values), name="subscription_topic_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(topic=Topic.PAGE, comment__isnull=True)
                | (~Q(topic=Topic.PAGE) & Q(comment__isnull=False)),
                name="a_subscription_is_to_a_page_or_a_comment",
            ),
            models.UniqueConstraint(
                fields=["email", "topic", "page"],
                condition=Q(comment__isnull=True),
                name="an_address_follows_a_page_once",
            ),
            models.UniqueConstraint(
                fields=["email", "topic", "comment"],
                condition=Q(comment__isnull=False),
                name="an_address_follows_a_comment_once",
            ),
        ]

    def __str__(self) -> str:
        return f"subscription {self.pk}"


class ModeratorNotices(models.Model):
    """How often a moderator wants mail about what waits; without a row: at once, then hourly."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="comment_notices"
    )
    frequency = models.CharField(max_length=10, choices=Frequency, default=Frequency.AT_ONCE)

    class Meta:
        verbose_name = _("mail to a moderator")
        verbose_name_plural = _("mail to moderators")
        default_permissions = ()

    def __str__(self) -> str:
        return f"mail to user {self.user_id}"
