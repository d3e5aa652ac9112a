"""Work that was given up."""

from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from operations.models import OutboxMail
from tests.operations.outbox.mails import post_mail


def fail_task(**changes: object) -> DBTaskResult:
    """A task that raised eight times; `changes` are fields of it."""
    fields = {
        "status": "FAILED",
        "args_kwargs": {"args": ["ana@example.org"], "kwargs": {}},
        "task_path": "modelsearch.tasks.insert_or_update_object_task",
        "backend_name": "default",
        "run_after": get_date_max(),
        "started_at": timezone.now(),
        "finished_at": timezone.now(),
        "worker_ids": ["w"] * 8,
        "exception_class_path": "django.db.utils.OperationalError",
        "traceback": "OperationalError: ana@example.org",
    }
    return DBTaskResult.objects.create(**(fields | changes))


def fail_mail(name: str = "ana", **changes: object) -> OutboxMail:
    """A mail that was given up; `changes` are fields of the row."""
    mail = post_mail(name, key=f"subscription:1:notice:{name}")
    fields = {
        "given_up_at": timezone.now(),
        "attempts": 25,
        "last_problem": "SMTPRecipientsRefused 550",
    }
    OutboxMail.objects.filter(pk=mail.pk).update(**(fields | changes))
    mail.refresh_from_db()
    return mail
