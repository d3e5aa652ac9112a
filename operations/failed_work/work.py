"""Finds what was given up, and has it done again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet, get_date_max

from operations import outbox, retries
from operations.failed_work import wording

SHOWN = 100  # of each kind, the newest


@dataclass(frozen=True)
class Failure:
    """A line of the report; `name` is what its button sends."""

    name: str
    kind: str
    what: str
    failed_at: datetime
    why: str
    tries: int


def failures() -> list[Failure]:
    """The newest of each kind, together the newest first."""
    return sorted([*_tasks(), *_mails()], key=lambda each: each.failed_at, reverse=True)


def total() -> int:
    """How many there are, those that are not shown among them."""
    return len(_given_up()) + outbox.revivable().count()


def run_all_again() -> int:
    """Has everything done that was given up; how much it is."""
    return _make_ready(DBTaskResult.objects.failed()) + outbox.revive()


def run_again(name: str) -> int:
    """Has one thing done, if it still stands as given up: 1, or 0 for everything else."""
    kind, _colon, number = name.partition(":")
    if kind == "mail" and number.isascii() and number.isdecimal():
        return outbox.revive(int(number))
    if kind == "task" and (key := _uuid(number)):
        return _make_ready(DBTaskResult.objects.failed().filter(pk=key))
    return 0


def _make_ready(tasks: DBTaskResultQuerySet) -> int:
    """Their runs are counted anew (operations/leases.py, operations/retries.py)."""
    number: int = tasks.update(
        status=TaskResultStatus.READY, worker_ids=[], run_after=get_date_max(), finished_at=None
    )
    return number


def _given_up() -> list[DBTaskResult[..., object]]:
    """The newest task first; what the clock will have tried again in a few seconds is none."""
    failed = DBTaskResult.objects.failed().only(*retries.LOOKED_AT).order_by("-finished_at")
    return [task for task in failed if retries.is_given_up(task)]


def _tasks() -> Iterator[Failure]:
    for task in _given_up()[:SHOWN]:
        yield Failure(
            name=f"task:{task.pk}",
            kind=_("Task"),
            what=wording.of_a_task(task.task_path),
            failed_at=task.finished_at or task.enqueued_at,
            why=task.exception_class_path.rpartition(".")[2],
            tries=len(task.worker_ids),
        )


def _mails() -> Iterator[Failure]:
    """Without their addresses and words, which are not even read."""
    fields = ("key", "given_up_at", "due_at", "last_problem", "attempts")
    for mail in outbox.revivable().only(*fields).order_by("-given_up_at")[:SHOWN]:
        yield Failure(
            name=f"mail:{mail.pk}",
            kind=_("Mail"),
            what=wording.of_a_mail(mail.key),
            failed_at=mail.given_up_at or mail.due_at,
            why=mail.last_problem,
            tries=mail.attempts,
        )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
