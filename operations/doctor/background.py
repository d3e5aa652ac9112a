"""What the worker should have done by now."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from operations.doctor.finding import Finding, fault, good, warning
from operations.health.readiness import worker_is_alive
from operations.overdue import task_due_since

START_IT = "start the newsroom (script/server), or a worker alone (script/worker)"
LATE = timedelta(minutes=10)


def worker_runs() -> Finding:
    """It renews its lease every few seconds."""
    if not worker_is_alive(timezone.now()):
        return fault("no worker runs: no mail leaves, nothing scheduled appears", fix=START_IT)
    return good("a worker runs")


def tasks_begin_on_time() -> Finding:
    """What is ready waits for seconds."""
    since = task_due_since()
    if since and since < timezone.now() - LATE:
        minutes = int((timezone.now() - since).total_seconds() // 60)
        return fault(
            f"a task has been waiting for {minutes} minutes",
            fix="see whether a worker runs and what its log says; one more is script/worker",
        )
    return good("no task waits for long")


def tasks_end_well() -> Finding:
    """A task that failed is tried eight times; what stands here was given up."""
    failed = DBTaskResult.objects.failed()
    number = failed.count()
    if number:
        name = failed.order_by("-finished_at").values_list("task_path", flat=True)[0]
        return warning(
            f"{number} tasks failed in the last week, the last of them {name}",
            fix="look for its name in the log, and please report what stands there; run them again "
            "in the admin: Reports > Work that failed",
        )
    return good("no task failed in the last week")


def scheduled_posts_appear() -> Finding:
    """The clock publishes every few seconds what is due."""
    late = Revision.objects.filter(approved_go_live_at__lt=timezone.now() - LATE).count()
    if late:
        return fault(
            f"{late} scheduled posts are late",
            fix="see whether a worker runs, and look for “publishing page” in its log",
        )
    return good("no scheduled post is late")


CHECKS = (worker_runs, tasks_begin_on_time, tasks_end_well, scheduled_posts_appear)
