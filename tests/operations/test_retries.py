"""What raised is tried again, later each time, and given up in the end."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operations import leases, retries
from tests.operations.failed_work.failures import fail_task

pytestmark = pytest.mark.django_db


def test_the_wait_doubles_from_half_a_minute_to_an_hour():
    waits = [retries.wait_after(tries, 0.0).total_seconds() for tries in range(1, 10)]
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert retries.wait_after(1, 1.0) == timedelta(seconds=37.5)


def test_a_task_that_raised_is_ready_after_its_wait_and_not_before(clock):
    task = fail_task(worker_ids=["w"] * 2)
    assert retries.retry_failed_tasks(jitter=lambda: 0.0) == 1
    clock.shift(59)
    assert list(DBTaskResult.objects.ready()) == []
    clock.shift(1)
    assert list(DBTaskResult.objects.ready()) == [task]


@pytest.mark.parametrize(
    "changes",
    [
        {"worker_ids": ["w"] * retries.MAX_TRIES},
        {"worker_ids": ["w"], "exception_class_path": leases.LOST},
        {"worker_ids": ["w"], "status": "SUCCESSFUL"},
        {"worker_ids": ["w"], "status": "RUNNING"},
    ],
)
def test_what_was_tried_enough_or_took_its_workers_down_or_did_not_fail_is_left(changes):
    task = fail_task(**changes)
    assert retries.retry_failed_tasks() == 0
    assert DBTaskResult.objects.get().status == task.status


def test_of_two_clocks_one_has_it_run(monkeypatch):
    task = fail_task(worker_ids=["w"])
    seen = DBTaskResult.objects.get()
    assert retries._put_off(seen, timedelta(0)) == 1
    assert retries._put_off(seen, timedelta(0)) == 0
    DBTaskResult.objects.filter(pk=task.pk).update(
        status="FAILED", finished_at=timezone.now() + timedelta(seconds=1)
    )
    assert retries._put_off(seen, timedelta(0)) == 0


def test_the_log_names_task_and_kind_and_no_words(caplog):
    fail_task(worker_ids=["w"])
    retries.retry_failed_tasks(jitter=lambda: 0.0)
    assert "(OperationalError) and will run again in 30 seconds" in caplog.text
    assert "ana@" not in caplog.text


def test_it_comes_round_every_few_seconds(settings):
    assert ("operations.retries.retry_failed_tasks", 10) in settings.CLOCK_JOBS
