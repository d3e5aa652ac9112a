"""What was given up is found, and begins anew when somebody asks for it."""

from datetime import timedelta

import pytest
from django.core import mail as mails
from django.utils import timezone

from operations import outbox, retries, worker
from operations.failed_work import work
from operations.models import OutboxMail
from tests.operations.failed_work.failures import fail_mail, fail_task
from tests.operations.outbox.mails import post_mail

pytestmark = pytest.mark.django_db


def again(row):
    row.refresh_from_db()
    return row


def test_the_newest_comes_first_and_tells_kind_time_and_tries(clock):
    fail_task()
    clock.shift(60)
    fail_mail()
    told = [(each.kind, each.why, each.tries, each.failed_at) for each in work.failures()]
    now = timezone.now()
    assert told[0] == ("Mail", "SMTPRecipientsRefused 550", 25, now)
    assert told[1][:3] == ("Task", "OperationalError", 8)


def test_a_task_that_the_clock_will_try_again_is_not_given_up():
    fail_task(worker_ids=["w"] * 7)
    assert (work.failures(), work.total()) == ([], 0)


def test_nothing_of_a_mail_or_of_a_task_is_told_that_may_be_somebodys():
    fail_task()
    fail_mail()
    fail_mail("ben", key="form:1:2026030417:ben@readers.example")
    said = str(work.failures())
    assert [each for each in ("ana", "ben", "answered", "example") if each in said] == []


def test_a_task_that_runs_again_has_all_its_runs_before_it(clock):
    task = fail_task()
    assert work.run_again(f"task:{task.pk}") == 1
    assert (again(task).status, task.worker_ids, task.finished_at) == ("READY", [], None)


def test_a_mail_that_runs_again_is_due_now_with_all_its_attempts(clock):
    mail = fail_mail(due_at=timezone.now() - timedelta(days=4))
    assert work.run_again(f"mail:{mail.pk}") == 1
    assert (again(mail).due_at, mail.attempts, mail.given_up_at) == (timezone.now(), 0, None)
    outbox.send_due()
    assert [each.to for each in mails.outbox] == [["ana@readers.example"]]


def test_running_again_twice_is_running_again_once():
    task, mail = fail_task(), fail_mail()
    names = [f"task:{task.pk}", f"mail:{mail.pk}"]
    assert [work.run_again(name) for name in names * 2] == [1, 1, 0, 0]
    assert work.run_all_again() == 0


def test_all_of_it_runs_again_and_nothing_else(clock):
    fail_task()
    fail_mail()
    running = fail_task(status="RUNNING")
    done = fail_task(status="SUCCESSFUL")
    waiting = post_mail("ben", due_at=timezone.now() + timedelta(days=1))
    assert (work.total(), work.run_all_again(), work.total()) == (2, 2, 0)
    assert (again(running).status, again(done).status) == ("RUNNING", "SUCCESSFUL")
    assert again(waiting).due_at > timezone.now()


@pytest.mark.parametrize(
    "name", ["", "all", "task:", "task:1", "mail:x", "mail:²", "mail:1", "x:1"]
)
def test_what_is_not_there_is_not_run(name):
    assert work.run_again(name) == 0


def test_mail_that_nobody_wants_any_more_is_not_offered_and_not_sent():
    mail = fail_mail()
    outbox.withdraw(recipient=mail.recipient, begins="subscription:1:")
    assert (work.failures(), work.total()) == ([], 0)
    assert (work.run_all_again(), work.run_again(f"mail:{mail.pk}")) == (0, 0)
    assert OutboxMail.objects.filter(pk=mail.pk).exclude(given_up_at=None).exists()


def test_a_task_nobody_can_find_is_tried_and_given_up_again(monkeypatch):
    for module in (worker, worker.db_worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)
    task = fail_task(task_path="gone.task")
    work.run_again(f"task:{task.pk}")
    assert worker.run_next_task("w")
    assert (again(task).status, len(task.worker_ids)) == ("FAILED", 1)
    assert retries.retry_failed_tasks() == 1
