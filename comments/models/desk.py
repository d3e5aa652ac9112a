"""What makes a desk for several people: who is looking at what, and lists that they keep."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments.models.comment import Comment


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Adjectives for claims."""

    def standing(self, now: datetime) -> Self:
        """Those that hold at `now`."""
        return self.filter(until__gt=now)


class Claim(models.Model):
    """Somebody is looking at a comment. It asks others to wait, and refuses them nothing."""

    comment = models.OneToOneField(
        Comment, on_delete=models.CASCADE, primary_key=True, related_name="claim"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(db_index=True)

    objects = ClaimQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        default_permissions = ()

    def __str__(self) -> str:
        return f"claim on comment {self.comment_id}"


class SavedFilter(models.Model):
    """A list that a moderator comes back to: its address, without the page number."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_comment_filters"
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1_000, blank=True)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        default_permissions = ()
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"], name="a_moderator_names_a_filter_once"
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="a_saved_filter_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class DeskPreference(models.Model):
    """The keys that a moderator chose: by what they do, where it is not the usual one."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="desk_preference",
    )
    keys = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("keys at the desk")
        verbose_name_plural = _("keys at the desk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"keys of user {self.user_id}"


class SectionModerator(models.Model):
    """Somebody who moderates a page and what is below it, and nothing else.

    It counts only while `CommentSettings.has_section_moderators` is on. When the page goes the row
    stays, or its moderator would moderate everything from then on.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="comment_sections"
    )
    page = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("moderator of a section")
        verbose_name_plural = _("moderators of a section")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page"], name="a_section_is_given_to_somebody_once"
            ),
        ]

    def __str__(self) -> str:
        return f"user {self.user_id} for page {self.page_id}"
