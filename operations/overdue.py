"""Since when work waits that a worker should have done."""

from datetime import datetime

from django.db.models import Min, Q
from django_tasks_db.models import DBTaskResult, get_date_max

from operations.models import OutboxMail


def mail_due_since(now: datetime) -> datetime | None:
    """When the mail that is due for longest became so; None when none is due at `now`."""
    due: datetime | None = OutboxMail.objects.due(now).aggregate(since=Min("due_at"))["since"]
    return due


def task_due_since() -> datetime | None:
    """When the task that waits for longest could have begun; None when none is ready."""
    at_once = Q(run_after=get_date_max())  # so the package writes that a task has no time
    since = DBTaskResult.objects.ready().aggregate(
        at_once=Min("enqueued_at", filter=at_once), later=Min("run_after", filter=~at_once)
    )
    return min((moment for moment in since.values() if moment), default=None)
