"""The public report by month, as the worker has counted it from the log."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MonthlyFigures(models.Model):
    """The figures of one month of the newsroom's calendar; the log can make them again."""

    month = models.DateField(primary_key=True)  # its first day
    figures = models.JSONField()
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("figures of a month")
        verbose_name_plural = _("figures of a month")
        default_permissions = ()
        ordering = ["month"]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
