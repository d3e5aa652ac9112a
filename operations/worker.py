"""The worker: one process that runs what is ready and keeps the clock."""

import logging
import os
import secrets
import signal
import threading
from collections.abc import Callable, Iterable
from functools import partial
from types import FrameType

from django.db import close_old_connections, connections
from django.utils import timezone
from django_tasks_db.compat import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from operations import clock, leases, outbox

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0
# script/server kills what still runs after ten seconds; by then we have gone by ourselves.
STOP_WITHIN_SECONDS = 8
# A mail in hand is sent to its end, or the next worker would send it a second time.
FINISH_MAIL_WITHIN_SECONDS = 5


def run() -> None:
    """Works until SIGTERM or SIGINT, then ends within STOP_WITHIN_SECONDS.

    A task cut short by that stays RUNNING without a lease, so the next worker runs it again.
    """
    worker_id = secrets.token_hex(8)
    stop = threading.Event()
    _stop_on_signals(stop)
    leases.renew(worker_id, now=timezone.now())
    for jobs in (_heartbeat(worker_id), clock.configured_jobs()):
        _start_thread(partial(clock.keep, jobs, until=stop))
    postman = _start_thread(partial(clock.keep, _mail(stop), until=stop))
    while not stop.is_set():
        if not run_next_task(worker_id):
            stop.wait(POLL_SECONDS)
    leases.release(worker_id)
    postman.join(FINISH_MAIL_WITHIN_SECONDS)
    connections.close_all()


def run_next_task(worker_id: str) -> bool:
    """Runs the first ready task, if there is one; returns whether there was."""
    close_old_connections()
    if not DBTaskResult.objects.ready().filter(backend_name=DEFAULT_TASK_BACKEND_ALIAS).exists():
        return False
    db_worker.Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=1,
        worker_id=worker_id,
        excluded_queue_names=[],
    ).run()
    return True


def _heartbeat(worker_id: str) -> Iterable[clock.Job]:
    """On a clock of its own, so that no slow job lets the lease run out."""
    yield clock.Job(
        name="heartbeat",
        every_seconds=leases.RENEW_EVERY_SECONDS,
        run=lambda: leases.renew(worker_id, now=timezone.now()),
    )


def _mail(stop: threading.Event) -> Iterable[clock.Job]:
    """On a clock of its own, so that no slow mail server holds up the other jobs."""
    yield clock.Job(
        name="mail",
        every_seconds=outbox.SEND_EVERY_SECONDS,
        run=outbox.Postman(until=stop).run,
    )


def _start_thread(target: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    return thread


def _stop_on_signals(stop: threading.Event) -> None:
    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.alarm(STOP_WITHIN_SECONDS)

    def end_now(_signal: int, _frame: FrameType | None) -> None:
        logger.warning("stopped in the middle of a task; the next worker will run it again")
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGALRM, end_now)
