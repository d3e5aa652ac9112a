"""Since when something waits that should be done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from time_machine import Traveller

from operations.overdue import mail_due_since, task_due_since
from tests.operations.doctor.test_background import make_task
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db


def test_nothing_waits() -> None:
    assert (mail_due_since(timezone.now()), task_due_since()) == (None, None)


def test_task_for_later_is_not_due(clock: Traveller) -> None:
    make_task(run_after=timezone.now() + timedelta(hours=1))
    assert task_due_since() is None


def test_the_oldest_counts(clock: Traveller) -> None:
    began = timezone.now()
    make_task()
    post_mail()
    clock.shift(60)
    make_task(run_after=timezone.now())
    post_mail("bo")
    clock.shift(1)
    assert (mail_due_since(timezone.now()), task_due_since()) == (began, began)


def test_task_whose_time_came_counts_from_then(clock: Traveller) -> None:
    later = timezone.now() + timedelta(hours=1)
    make_task(run_after=later)
    clock.shift(2 * 3600)
    make_task()
    assert task_due_since() == later
