"""`manage.py doctor` says a line for each check, and its status whether there is a fault."""

import io
import json
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from operations.doctor import Finding, fault, good, warning
from tests.migrated import migrated_database
from tests.operations.commands import manage

HERE = "tests.operations.test_doctor."


def is_well() -> Finding:
    return good("nothing to do")


def is_old() -> Finding:
    return warning("it is old", fix="make it new")


def is_broken() -> Finding:
    return fault("it is broken", fix="mend it")


WELL, OLD, BROKEN = (is_well,), (is_well, is_old), (is_well, is_broken, is_old)


def said(*options: str) -> str:
    out = io.StringIO()
    call_command("doctor", *options, stdout=out)
    return out.getvalue()


def test_line_for_each_and_one_for_its_remedy(settings: Settings) -> None:
    settings.DOCTOR_CHECKS = [f"{HERE}WELL", f"{HERE}OLD"]
    assert said().splitlines() == [
        "ok      is well: nothing to do",
        "ok      is well: nothing to do",
        "warning is old: it is old",
        "        make it new",
        "3 checks, 0 faults, 1 warnings",
    ]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_fault_makes_the_status_one(
    options: tuple[str, ...], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DOCTOR_CHECKS = [f"{HERE}BROKEN"]
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", *options)
    assert ended.value.code == 1
    assert "FAULT" in capsys.readouterr().out


def test_programs_read_json(settings: Settings) -> None:
    settings.DOCTOR_CHECKS = [f"{HERE}OLD"]
    assert json.loads(said("--json")) == [
        {"name": "is well", "grade": "ok", "says": "nothing to do", "fix": ""},
        {"name": "is old", "grade": "warning", "says": "it is old", "fix": "make it new"},
    ]


def test_newsroom_that_was_never_started_is_looked_over_all_the_same(tmp_path: Path) -> None:
    done = manage(tmp_path / "data", "doctor", "--json")
    grades = {each["name"]: each["grade"] for each in json.loads(done.stdout)}
    assert (done.returncode, grades["database is up to date"]) == (1, "FAULT")
    assert (grades["worker runs"], grades["data folder is writable"]) == ("FAULT", "ok")


def test_newsroom_that_stands_still_has_no_worker_and_no_style_sheets(tmp_path: Path) -> None:
    shutil.copy(migrated_database(), tmp_path / "newsroom.sqlite3")
    tmp_path.chmod(0o700)
    done = manage(tmp_path, "doctor", "--json")
    faults = {each["name"] for each in json.loads(done.stdout) if each["grade"] == "FAULT"}
    assert faults == {"worker runs", "style sheets are current"}
