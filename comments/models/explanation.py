"""What a moderator tells the author of a comment about a decision, beside the rule."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.event import ModerationEvent

MAX_EXPLANATION_CHARACTERS = 500


class Explanation(models.Model):
    """The words to one event: kept beside the log, which never changes, so that they can go."""

    event = models.OneToOneField(
        ModerationEvent, on_delete=models.PROTECT, primary_key=True, related_name="explanation"
    )
    words = models.TextField(_("words to the author"), max_length=MAX_EXPLANATION_CHARACTERS)

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")
        default_permissions = ()

    def __str__(self) -> str:
        return f"explanation of event {self.event_id}"
