"""What moderators tell each other about a comment. Nobody else reads it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment

MAX_NOTE_CHARACTERS = 1_000


class ModeratorNote(models.Model):
    """One note. It goes with its comment."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    words = models.TextField(_("note"), max_length=MAX_NOTE_CHARACTERS)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("note of a moderator")
        verbose_name_plural = _("notes of moderators")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"note {self.pk} on comment {self.comment_id}"
