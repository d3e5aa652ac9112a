"""What a comment said before, and what its author wants it to say: one row for each other text."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class VersionState(models.TextChoices):
    """What became of a text that is not the comment's own now."""

    WAITING = "waiting", _("Waiting")  # a moderator reads it; the earlier text still shows
    REPLACED = "replaced", _("Replaced")  # it was the comment's, or waited, until the next one
    REFUSED = "refused", _("Refused")


class CommentVersion(models.Model):
    """A text of a comment beside the one that counts, for moderators and its author."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    state = models.CharField(max_length=10, choices=VersionState)
    body = models.TextField(_("comment"))
    body_html = models.TextField()
    pipeline_version = models.PositiveSmallIntegerField(default=0)
    evidence = models.JSONField(default=list, blank=True)
    score = models.FloatField(default=0.0)
    verdict = models.CharField(max_length=10, blank=True, default="")
    filter_version = models.PositiveIntegerField(default=0)
    written_at = models.DateTimeField(_("written at"))
    settled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("version of a comment")
        verbose_name_plural = _("versions of a comment")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=VersionState.values), name="version_state_is_a_known_one"
            ),
            models.UniqueConstraint(
                fields=["comment"],
                condition=Q(state=VersionState.WAITING),
                name="one_edit_of_a_comment_waits",
            ),
            models.CheckConstraint(
                condition=Q(state=VersionState.WAITING, settled_at__isnull=True)
                | (~Q(state=VersionState.WAITING) & Q(settled_at__isnull=False)),
                name="a_version_is_settled_or_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.pk} of comment {self.comment_id}"
