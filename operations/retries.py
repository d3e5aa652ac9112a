"""Has a task that failed tried again, after a while that doubles.

django-tasks-db leaves it failed at once. Whatever raises may be over soon: a full disk, a database
that restarts. What is FAILED after that was given up (operations/failed_work).
"""

import logging
import random
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from operations import leases

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
MAX_TRIES = leases.MAX_TRIES  # the last one a good hour after the first
# So that a thousand tasks that failed together do not come back together.
JITTER_SHARE = 0.25

LOOKED_AT = ("worker_ids", "enqueued_at", "finished_at", "task_path", "exception_class_path")
Jitter = Callable[[], float]


def retry_failed_tasks(jitter: Jitter = random.random) -> int:
    """Makes tasks that raised ready for later; a job of the clock. Returns how many.

    `jitter` from 0 to 1 lengthens a wait by up to a quarter. Not those that lost every worker
    (`operations.leases`): they would take the next one down.
    """
    failed = DBTaskResult.objects.failed().only(*LOOKED_AT)
    hopeful = [task for task in failed.iterator() if not is_given_up(task)]
    return sum(_put_off(task, wait_after(len(task.worker_ids), jitter())) for task in hopeful)


def is_given_up(task: DBTaskResult[..., object]) -> bool:
    """Whether a failed task was tried often enough, or lost every worker."""
    return len(task.worker_ids) >= MAX_TRIES or task.exception_class_path == leases.LOST


def wait_after(tries: int, jitter: float) -> timedelta:
    """The wait after so many tries (1 or more), lengthened by up to a quarter."""
    doubled: timedelta = FIRST_WAIT * 2 ** max(0, tries - 1)
    return min(doubled, LONGEST_WAIT) * (1 + JITTER_SHARE * jitter)


def _put_off(task: DBTaskResult[..., object], wait: timedelta) -> int:
    """1 if it was still as it failed; another clock may have been faster."""
    unchanged = DBTaskResult.objects.failed().filter(pk=task.pk, finished_at=task.finished_at)
    changed = unchanged.update(status=TaskResultStatus.READY, run_after=timezone.now() + wait)
    if changed:
        kind = task.exception_class_path.rpartition(".")[2]
        logger.warning(
            "task %s failed (%s) and will run again in %.0f seconds",
            task.task_path,
            kind,
            wait.total_seconds(),
        )
    return changed
