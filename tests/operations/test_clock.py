"""The clock: what is due runs, what fails stays alone with its failure."""

import logging
import threading
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from operations import clock
from operations.clock import Clock, Job


def job(calls: list[str], name: str, *, every_seconds: int = 60) -> Job:
    return Job(name=name, every_seconds=every_seconds, run=lambda: calls.append(name))


def test_every_job_runs_at_the_start() -> None:
    calls: list[str] = []
    Clock([job(calls, "a"), job(calls, "b")], now=0.0).run_due(now=0.0)
    assert calls == ["a", "b"]


def test_job_waits_for_its_own_number_of_seconds() -> None:
    calls: list[str] = []
    ticking = Clock([job(calls, "often", every_seconds=10), job(calls, "rarely")], now=0.0)
    for now in (0.0, 9.9, 10.0, 20.0):
        ticking.run_due(now=now)
    assert calls == ["often", "rarely", "often", "often"]


def test_job_that_fails_is_logged_stops_no_other_and_comes_round_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    calls: list[str] = []

    def fail() -> None:
        calls.append("fail")
        raise ValueError("no such page")

    ticking = Clock([Job("publishing", 60, fail), job(calls, "next")], now=0.0)
    ticking.run_due(now=0.0)
    ticking.run_due(now=60.0)
    assert calls == ["fail", "next", "fail", "next"]
    assert "publishing" in caplog.text
    assert "no such page" in caplog.text
    assert caplog.records[0].levelno == logging.ERROR


def test_every_configured_job_can_be_imported_and_comes_round() -> None:
    jobs = clock.configured_jobs()
    assert "operations.clock.publish_scheduled" in {job.name for job in jobs}
    assert all(callable(job.run) and job.every_seconds > 0 for job in jobs)


def test_clock_is_kept_until_the_event_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    stop = threading.Event()
    clock.keep([Job("stop", 1, stop.set)], until=stop)
    assert stop.is_set()


@pytest.mark.django_db
def test_finished_tasks_are_forgotten_after_a_week() -> None:
    for days in (6, 8):
        DBTaskResult.objects.create(
            status="SUCCESSFUL",
            args_kwargs={},
            task_path=f"{days} days",
            backend_name="default",
            run_after=get_date_max(),
            finished_at=timezone.now() - timedelta(days=days),
        )
    clock.prune_task_results()
    assert [task.task_path for task in DBTaskResult.objects.all()] == ["6 days"]
