"""Finds tasks whose worker died, and gives them back.

django-tasks-db leaves the task of a killed worker RUNNING for ever. Here every worker keeps
a lease by renewing it; a RUNNING task whose last worker holds none goes back to READY. So a
task may run twice (its worker slept through its lease): tasks are written to bear that.
"""

import logging
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from operations.models import WorkerLease

logger = logging.getLogger(__name__)

RENEW_EVERY_SECONDS = 10
LEASE = timedelta(seconds=60)
# A task that was lost this often probably kills its worker: leave it failed, for a person to see.
MAX_RUNS = 5
# One that has raised has more runs behind it than workers that it lost (operations/retries.py).
MAX_TRIES = 8
LOST = "operations.leases.WorkerLost"
LOOKED_AT = ("worker_ids", "started_at", "task_path", "exception_class_path")


def renew(worker_id: str, *, now: datetime) -> None:
    """The worker lives, as of `now`."""
    WorkerLease.objects.update_or_create(worker_id=worker_id, defaults={"renewed_at": now})


def release(worker_id: str) -> None:
    """The worker goes, and runs nothing any more."""
    WorkerLease.objects.filter(worker_id=worker_id).delete()


def return_lost_tasks() -> int:
    """Makes tasks of dead workers ready again, or failed after MAX_RUNS; returns how many."""
    expired = WorkerLease.objects.filter(renewed_at__lt=timezone.now() - LEASE)
    expired.delete()
    living = set(WorkerLease.objects.values_list("worker_id", flat=True))
    running = DBTaskResult.objects.running().only(*LOOKED_AT)
    lost = [task for task in running if not living.intersection(task.worker_ids[-1:])]
    return sum(_give_back(task) for task in lost)


def _give_back(task: DBTaskResult[..., object]) -> int:
    """1 if the task was still the lost one; another worker may have been faster."""
    is_hopeless = len(task.worker_ids) >= (MAX_TRIES if task.exception_class_path else MAX_RUNS)
    unchanged = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if is_hopeless:
        changed = unchanged.update(
            status=TaskResultStatus.FAILED,
            finished_at=timezone.now(),
            exception_class_path=LOST,
            traceback=f"Lost with its worker in the last of {len(task.worker_ids)} runs.",
        )
    else:
        changed = unchanged.update(status=TaskResultStatus.READY)
    if changed:
        outcome = "was given up" if is_hopeless else "will run again"
        logger.warning("task %s lost its worker and %s", task.task_path, outcome)
    return changed
