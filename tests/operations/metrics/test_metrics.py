"""Numbers are right, and Prometheus can read them."""

import math
import re
from datetime import date

import pytest
from django.conf import settings as configured
from django.utils import timezone
from pytest_django import Settings
from time_machine import Traveller

from operations import leases
from operations.metrics import Gauge, exposition
from operations.models import OutboxMail, PageViews
from tests.operations.doctor.test_background import make_task
from tests.operations.outbox.mails import post_mail
from tests.pages import make_newsroom

# As in prometheus.io/docs/instrumenting/exposition_formats, for what we use of it.
THREE_LINES = re.compile(
    r"# HELP (?P<name>[a-zA-Z_:][a-zA-Z0-9_:]*) [^\n\\]+\n# TYPE (?P=name) gauge\n"
    r"(?P=name) (?P<value>[0-9.e+-]+|NaN|[+-]Inf)\n"
)


def read(text: str) -> dict[str, float]:
    """The value of each gauge; fails for a line that is none of these."""
    found = {match["name"]: float(match["value"]) for match in THREE_LINES.finditer(text)}
    assert THREE_LINES.sub("", text) == ""
    assert len(found) == len(THREE_LINES.findall(text))  # no name comes twice
    return found


@pytest.mark.django_db
def test_quiet_newsroom_has_a_number_for_everything() -> None:
    values = read(exposition.text())
    assert {name for name in values if not name.startswith("broadside_")} == set()
    assert len(values) >= 10
    assert {*values.values()} == {0.0}


@pytest.mark.django_db
def test_numbers_are_those_of_the_rows(clock: Traveller) -> None:
    for name in ("ana", "bo", "cy"):
        post_mail(name)
    OutboxMail.objects.filter(recipient__startswith="cy").update(given_up_at=timezone.now())
    make_task()
    make_task(status="FAILED", finished_at=timezone.now())
    leases.renew("dies", now=timezone.now())
    clock.shift(90)
    leases.renew("alive", now=timezone.now())
    clock.shift(30)
    today = date(2026, 3, 4)
    PageViews.objects.create(page=make_newsroom().home, day=today, number=1_234_567)

    values = read(exposition.text())

    expected = {
        "mail_waiting": 2,
        "mail_overdue_seconds": 120,
        "mail_given_up": 1,
        "tasks_ready": 1,
        "tasks_overdue_seconds": 120,
        "tasks_failed": 1,
        "workers_alive": 1,
        "worker_lease_seconds": 30,
        "page_views_today": 1_234_567,
    }
    assert {name: values[f"broadside_{name}"] for name in expected} == expected


@pytest.mark.django_db
def test_guide_has_every_number_and_no_other() -> None:
    guide = (configured.BASE_DIR / "docs" / "doctor.md").read_text()
    assert re.findall(r"`(broadside_\w+)`", guide) == [*read(exposition.text())]


def works() -> list[Gauge]:
    return [Gauge("well", "It is.", math.pi)]


def breaks() -> list[Gauge]:
    raise ZeroDivisionError


ROOM = (breaks, works)


def test_source_that_fails_costs_the_others_nothing(settings: Settings) -> None:
    settings.METRICS = ["tests.operations.metrics.test_metrics.ROOM"]
    assert read(exposition.text()) == {"broadside_well": pytest.approx(math.pi)}


@pytest.mark.parametrize(
    ("name", "says"), [("Upper", "x"), ("with-dash", "x"), ("", "x"), ("fine", "two\nlines")]
)
def test_gauge_that_nobody_could_read_is_refused(name: str, says: str) -> None:
    with pytest.raises(ValueError, match="no gauge"):
        Gauge(name, says, 1)
