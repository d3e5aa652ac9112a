"""The worker runs what is ready and stops when it is told to."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator

import pytest
from django.core import mail
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from operations import clock, worker
from operations.clock import Job
from operations.models import WorkerLease
from tests.operations.outbox.mails import post_mail

CALLS: list[str] = []


@task()
def note(word: str) -> None:
    CALLS.append(word)


@task()
def stop_the_worker() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The worker belongs to a process of its own: here it must leave handlers alone."""
    CALLS.clear()
    for module in (worker, worker.db_worker):
        # Inside a test's transaction every connection looks like one to be closed.
        monkeypatch.setattr(module, "close_old_connections", lambda: None)
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)
    handlers = [signal.getsignal(number) for number in numbers]
    yield
    signal.alarm(0)
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)


@pytest.fixture
def clocks() -> list[list[str]]:
    """The names of the jobs of each clock."""
    return []


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, clocks: list[list[str]]) -> list[Job]:
    """The jobs given to clocks, which would otherwise tick on connections outside the test."""
    jobs: list[Job] = []

    def keep(some: Iterable[Job], *, until: threading.Event) -> None:
        named = list(some)
        clocks.append([job.name for job in named])
        jobs.extend(named)

    monkeypatch.setattr(clock, "keep", keep)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    return jobs


@pytest.mark.django_db
def test_ready_tasks_run_one_at_a_time_in_the_order_they_came() -> None:
    note.enqueue("first")
    note.enqueue("second")
    assert worker.run_next_task("w")
    assert CALLS == ["first"]
    assert worker.run_next_task("w")
    assert not worker.run_next_task("w")
    assert CALLS == ["first", "second"]
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}


@pytest.mark.django_db
def test_worker_ends_at_sigterm_after_the_task_in_hand(kept: list[Job]) -> None:
    stop_the_worker.enqueue()
    note.enqueue("too late")
    worker.run()
    assert CALLS == []
    assert DBTaskResult.objects.get(task_path__endswith="stop_the_worker").status == "SUCCESSFUL"
    assert not WorkerLease.objects.exists()


@pytest.mark.django_db
def test_worker_keeps_the_clock_and_a_heartbeat_of_its_own(kept: list[Job]) -> None:
    stop_the_worker.enqueue()
    worker.run()
    names = {job.name for job in kept}
    assert {"heartbeat", "operations.clock.publish_scheduled"} <= names
    next(job for job in kept if job.name == "heartbeat").run()
    assert WorkerLease.objects.count() == 1


@pytest.mark.django_db
def test_mail_is_sent_on_a_clock_of_its_own(kept: list[Job], clocks: list[list[str]]) -> None:
    stop_the_worker.enqueue()
    worker.run()
    assert ["mail"] in clocks


@pytest.mark.django_db
def test_worker_that_was_told_to_stop_takes_no_further_mail_in_hand(kept: list[Job]) -> None:
    stop_the_worker.enqueue()
    worker.run()
    post_mail()
    next(job for job in kept if job.name == "mail").run()
    assert mail.outbox == []


@pytest.mark.django_db
def test_worker_that_stops_waits_for_the_mail_in_hand(
    kept: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = threading.Event()

    def keep_late(some: Iterable[Job], *, until: threading.Event) -> None:
        if [job.name for job in some] == ["mail"]:
            until.wait()
            threading.Event().wait(0.2)  # the mail server takes its time
            sent.set()

    monkeypatch.setattr(clock, "keep", keep_late)
    stop_the_worker.enqueue()
    worker.run()
    assert sent.is_set()
