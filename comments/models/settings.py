"""What the owner decides about comments, for the whole newsroom."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


class ModerationMode(models.TextChoices):
    """Who may speak how."""

    HOLD_ALL = "hold_all", _("Every comment waits for a moderator")
    HOLD_DOUBTFUL = "hold_doubtful", _("Only doubtful comments wait; the others appear at once")


@register_setting(icon="comment", order=300)
class CommentSettings(BaseSiteSetting):
    """The rules of one site; the safe ones by default."""

    moderation = models.CharField(
        _("moderation"),
        max_length=20,
        choices=ModerationMode,
        default=ModerationMode.HOLD_ALL,
    )

    class Meta:
        verbose_name = _("Comment rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(moderation__in=ModerationMode.values),
                name="moderation_is_a_known_mode",
            )
        ]
