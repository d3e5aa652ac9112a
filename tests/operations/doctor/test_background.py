"""What a worker should have done is left undone, and found."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from time_machine import Traveller
from wagtail.models import Revision

from operations import leases
from operations.doctor import Grade, background
from operations.doctor.examining import Check
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


def make_task(**changes: object) -> DBTaskResult:
    fields = {
        "args_kwargs": {"args": [], "kwargs": {}},
        "task_path": "rooms.task",
        "backend_name": "default",
        "run_after": get_date_max(),
    }
    return DBTaskResult.objects.create(**(fields | changes))


@pytest.mark.parametrize("check", background.CHECKS[1:])
def test_nothing_is_found_where_nothing_is_wrong(check: Check) -> None:
    make_task()
    assert check().grade == Grade.GOOD


def test_worker_that_died(clock: Traveller) -> None:
    assert background.worker_runs().grade == Grade.FAULT
    leases.renew("alive", now=timezone.now())
    assert background.worker_runs().grade == Grade.GOOD
    clock.shift(leases.LEASE.total_seconds() + 1)
    assert background.worker_runs().grade == Grade.FAULT


def test_task_that_nobody_begins(clock: Traveller) -> None:
    make_task()
    clock.shift(11 * 60)
    finding = background.tasks_begin_on_time()
    assert (finding.grade, "11 minutes" in finding.says) == (Grade.FAULT, True)


def test_task_for_later_is_late_only_after_its_time(clock: Traveller) -> None:
    make_task(run_after=timezone.now() + timedelta(hours=1))
    clock.shift(60 * 60 + 60)
    assert background.tasks_begin_on_time().grade == Grade.GOOD
    clock.shift(10 * 60)
    assert background.tasks_begin_on_time().grade == Grade.FAULT


def test_task_that_failed_is_named() -> None:
    make_task(status="FAILED", finished_at=timezone.now())
    finding = background.tasks_end_well()
    assert (finding.grade, "rooms.task" in finding.says) == (Grade.WARNING, True)


def test_post_that_did_not_appear(clock: Traveller) -> None:
    post = make_post(make_newsroom(), live=False)
    revision = post.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    assert background.scheduled_posts_appear().grade == Grade.GOOD
    clock.shift(11 * 60)
    assert background.scheduled_posts_appear().grade == Grade.FAULT
