"""A task is given back when, and only when, the lease of the worker that ran it is over."""

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from time_machine import Traveller

from operations import leases
from operations.models import WorkerLease

pytestmark = pytest.mark.django_db


def running_task(*workers: str) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status="RUNNING",
        args_kwargs={"args": [], "kwargs": {}},
        task_path="tests.task",
        backend_name="default",
        run_after=get_date_max(),
        started_at=timezone.now(),
        worker_ids=list(workers),
    )


def status(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return task.status


def test_task_of_a_worker_without_a_lease_is_ready_again() -> None:
    task = running_task("dead")
    assert leases.return_lost_tasks() == 1
    assert status(task) == "READY"


def test_task_of_a_living_worker_is_left_alone(clock: Traveller) -> None:
    leases.renew("alive", now=timezone.now())
    task = running_task("alive")
    clock.shift(leases.LEASE)
    assert leases.return_lost_tasks() == 0
    assert status(task) == "RUNNING"


def test_lease_that_was_not_renewed_runs_out(clock: Traveller) -> None:
    leases.renew("asleep", now=timezone.now())
    task = running_task("asleep")
    clock.shift(leases.LEASE.total_seconds() + 1)
    assert leases.return_lost_tasks() == 1
    assert status(task) == "READY"
    assert not WorkerLease.objects.exists()


def test_renewed_lease_holds_on(clock: Traveller) -> None:
    leases.renew("alive", now=timezone.now())
    task = running_task("alive")
    for _heartbeat in range(20):
        clock.shift(leases.RENEW_EVERY_SECONDS)
        leases.renew("alive", now=timezone.now())
    leases.return_lost_tasks()
    assert status(task) == "RUNNING"


def test_released_lease_frees_its_tasks_at_once() -> None:
    leases.renew("leaving", now=timezone.now())
    task = running_task("leaving")
    leases.release("leaving")
    leases.return_lost_tasks()
    assert status(task) == "READY"


def test_task_that_only_began_at_a_dead_worker_belongs_to_the_living_one() -> None:
    leases.renew("alive", now=timezone.now())
    task = running_task("dead", "alive")
    leases.return_lost_tasks()
    assert status(task) == "RUNNING"


def test_task_claimed_by_another_worker_meanwhile_is_not_taken_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = running_task("dead")
    give_back = leases._give_back

    def claimed_first(lost: DBTaskResult) -> int:
        DBTaskResult.objects.get(pk=task.pk).claim("faster")
        return give_back(lost)

    monkeypatch.setattr(leases, "_give_back", claimed_first)
    assert leases.return_lost_tasks() == 0
    assert status(task) == "RUNNING"


def test_runs_that_raised_are_no_workers_that_were_lost() -> None:
    task = running_task(*(f"worker {number}" for number in range(leases.MAX_RUNS)))
    DBTaskResult.objects.update(exception_class_path="builtins.OSError")
    leases.return_lost_tasks()
    assert status(task) == "READY"


def test_task_that_loses_every_worker_is_given_up_for_a_person_to_see() -> None:
    task = running_task(*(f"dead {number}" for number in range(leases.MAX_RUNS)))
    leases.return_lost_tasks()
    assert status(task) == "FAILED"
    assert "Lost with its worker" in task.traceback
    assert task.finished_at is not None
