"""The newsroom's clock: jobs that come round again, each guarded from the others.

Jobs are named in `settings.CLOCK_JOBS`, so that every room can have some without this one
knowing the room. A job runs when the worker starts and then every so many seconds; it
must be safe to run at any time and twice, for two workers have two clocks.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django.utils.module_loading import import_string

from operations import schedule

logger = logging.getLogger(__name__)

TICK_SECONDS = 1.0
TASK_RESULT_DAYS = 7  # docs/privacy.md: job rows are kept for a week


@dataclass(frozen=True)
class Job:
    """One thing to do again and again."""

    name: str
    every_seconds: int
    run: Callable[[], object]


class Clock:
    """Knows when each job is next due."""

    def __init__(self, jobs: Iterable[Job], *, now: float) -> None:
        """`now` in seconds of a clock that never goes back; every job is due at once."""
        self._due_at = dict.fromkeys(jobs, now)

    def run_due(self, *, now: float) -> None:
        """Runs what is due at `now` (seconds); a failing job is logged and comes round again."""
        for job in [job for job, due_at in self._due_at.items() if due_at <= now]:
            self._due_at[job] = now + job.every_seconds
            try:
                job.run()
            except Exception:
                logger.exception("clock job %s failed", job.name)


def configured_jobs() -> list[Job]:
    """The jobs of `settings.CLOCK_JOBS`, pairs of a dotted path and a number of seconds."""
    return [
        Job(name=path, every_seconds=seconds, run=import_string(path))
        for path, seconds in settings.CLOCK_JOBS
    ]


def keep(jobs: Iterable[Job], *, until: threading.Event) -> None:
    """Keeps the clock in the calling thread until the event is set."""
    clock = Clock(jobs, now=time.monotonic())
    while not until.is_set():
        close_old_connections()
        clock.run_due(now=time.monotonic())
        close_old_connections()
        until.wait(TICK_SECONDS)


def publish_scheduled() -> None:
    """Publishes what is due to go live and takes down what has expired."""
    schedule.settle()


def prune_task_results() -> None:
    """Forgets finished tasks after a week."""
    call_command(
        "prune_db_task_results", queue_name="*", min_age_days=TASK_RESULT_DAYS, verbosity=0
    )
