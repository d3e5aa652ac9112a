"""Deletes what was sent once its page's days are over; a job of the clock."""

from datetime import timedelta

from django.utils import timezone

from home.models import FormPage, SentForm


def forget_old() -> None:
    """Delete what is older than the page says; what it says today, not when it came."""
    now = timezone.now()
    for page_id, days in FormPage.objects.values_list("pk", "keep_days"):
        old = SentForm.objects.filter(page_id=page_id, submit_time__lt=now - timedelta(days=days))
        old.delete()
