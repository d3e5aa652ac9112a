"""Every check is asked, whatever becomes of the others; any room may add some."""

import re

import pytest
from django.conf import settings as configured
from django.db import OperationalError
from django.utils.module_loading import import_string
from pytest_django import Settings

from operations.doctor import Finding, Grade, examine, good


def is_well() -> Finding:
    return good("well")


def asks_a_database_that_is_away() -> Finding:
    raise OperationalError("at 10.0.0.7")


def breaks() -> Finding:
    raise ZeroDivisionError("a reader's words")


ROOM = (is_well, asks_a_database_that_is_away, breaks, is_well)


def test_checks_of_any_room_are_asked_and_none_stops_the_others(settings: Settings) -> None:
    settings.DOCTOR_CHECKS = ["tests.operations.doctor.test_doctor.ROOM"]
    found = [(each.name, each.finding.grade) for each in examine()]
    assert found == [
        ("is well", Grade.GOOD),
        ("asks a database that is away", Grade.FAULT),
        ("breaks", Grade.FAULT),
        ("is well", Grade.GOOD),
    ]


def test_words_of_what_broke_are_not_repeated(settings: Settings) -> None:
    settings.DOCTOR_CHECKS = ["tests.operations.doctor.test_doctor.ROOM"]
    said = " ".join(each.finding.says + each.finding.fix for each in examine())
    assert "10.0.0.7" not in said
    assert "reader's" not in said


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    names = [check.__name__ for path in configured.DOCTOR_CHECKS for check in import_string(path)]
    assert len(names) == len({*names}) >= 16


@pytest.mark.django_db
def test_what_is_not_good_has_a_remedy_in_one_line() -> None:
    findings = [each.finding for each in examine()]
    assert [f for f in findings if (f.grade == Grade.GOOD) == bool(f.fix)] == []
    assert [f for f in findings if "\n" in f.says + f.fix] == []


def test_guide_has_every_check_and_no_other() -> None:
    guide = (configured.BASE_DIR / "docs" / "doctor.md").read_text()
    told = re.findall(r"^\| ([a-z ]+) \| .+ \|$", guide.partition("## Watching")[0], re.MULTILINE)
    names = [check.__name__ for path in configured.DOCTOR_CHECKS for check in import_string(path)]
    assert told[1:] == [name.replace("_", " ") for name in names]
