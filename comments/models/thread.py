"""The thread of a page: one row, by which acts on its comments take turns."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Thread(models.Model):
    """How many acts there were on a page's comments. Each changes the row, so no two go at once."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="comment_thread"
    )
    version = models.PositiveBigIntegerField(default=0)

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        default_permissions = ()

    def __str__(self) -> str:
        return f"thread of page {self.page_id}, version {self.version}"
