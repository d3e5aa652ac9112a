"""The thread of a page: one row that changes whenever anything in it does."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Thread(models.Model):
    """The version of a page's comments; whatever is kept of a page is valid for one version."""

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
