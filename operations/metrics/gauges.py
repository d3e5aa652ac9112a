"""What this room knows the numbers of: mail, tasks, workers, readers."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Max, Q, Sum
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operations import day_keys
from operations.leases import LEASE
from operations.metrics.gauge import Gauge
from operations.models import OutboxMail, PageViews, WorkerLease
from operations.overdue import mail_due_since, task_due_since


def mail() -> Iterator[Gauge]:
    """The outbox."""
    now = timezone.now()
    waiting = OutboxMail.objects.waiting().count()
    given_up = OutboxMail.objects.exclude(given_up_at=None).count()
    overdue = _age(mail_due_since(now), now)
    yield Gauge("mail_waiting", "Mails that are not sent yet.", waiting)
    yield Gauge("mail_overdue_seconds", "For how long a mail is due.", overdue)
    yield Gauge("mail_given_up", "Mails of the last week that could not be sent.", given_up)


def tasks() -> Iterator[Gauge]:
    """What the worker has to do and could not."""
    ready = DBTaskResult.objects.ready().count()
    failed = DBTaskResult.objects.failed().count()
    overdue = _age(task_due_since(), timezone.now())
    yield Gauge("tasks_ready", "Tasks that wait for a worker.", ready)
    yield Gauge("tasks_overdue_seconds", "For how long a task waits for a worker.", overdue)
    yield Gauge("tasks_failed", "Tasks of the last week that failed.", failed)


def workers() -> Iterator[Gauge]:
    """Who keeps the clock."""
    now = timezone.now()
    leases = WorkerLease.objects.aggregate(
        alive=Count("pk", filter=Q(renewed_at__gte=now - LEASE)), newest=Max("renewed_at")
    )
    yield Gauge("workers_alive", "Workers whose lease holds.", leases["alive"])
    yield Gauge(
        "worker_lease_seconds", "Since when no worker was heard of.", _age(leases["newest"], now)
    )


def page_views() -> Iterator[Gauge]:
    """How often pages were read, all of them together."""
    today = PageViews.objects.filter(day=day_keys.day_of(timezone.now()))
    number = today.aggregate(number=Sum("number"))["number"] or 0
    yield Gauge("page_views_today", "Pages read since the newsroom's midnight.", number)


def _age(moment: datetime | None, now: datetime) -> float:
    """In seconds; 0 when there is nothing, or its clock is ahead."""
    return max(0.0, (now - moment).total_seconds()) if moment else 0.0


GAUGES = (mail, tasks, workers, page_views)
