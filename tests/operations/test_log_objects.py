"""The log for programs says as little as the one for people."""

import json
import logging
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from django.conf import settings

from operations.log_objects import ObjectFormatter

SECRET = "5f" * 32


def line(message, *args, problem=None):
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, message, args, problem)
    return ObjectFormatter().format(record)


def told(*args, **changes):
    return json.loads(line(*args, **changes))


def test_it_tells_time_level_logger_and_message(clock):
    said = told("%s comments wait", 3)
    assert said == {
        "time": "2026-03-04T17:00:00.000+00:00",
        "level": "WARNING",
        "logger": "django.request",
        "message": "3 comments wait",
    }
    assert datetime.fromisoformat(said["time"]).utcoffset() == timedelta(0)


@pytest.mark.parametrize("path", ["receipt/{}/edit/", "report/{}/", "notices/WzFd:1w:{}/"])
def test_the_secret_of_an_address_is_left_out(path):
    said = told("%s: %s", "Not Found", "/comments/" + path.format(SECRET))
    assert SECRET not in said["message"]
    assert "Not Found: /comments/" in said["message"]


@pytest.mark.parametrize("hostile", ["\r\n", "\x1b[31m", "\n", "\x00", "\x85", "\u2028", "\x9b"])
def test_a_line_stays_one_whatever_somebody_wrote(hostile):
    path = f'/comments/receipt/{SECRET}/"{hostile}{{"level": "ERROR"}}'
    said = line("Not Found: %s", path)
    assert (said.splitlines(), SECRET in said, hostile in said) == ([said], False, False)
    assert json.loads(said)["level"] == "WARNING"
    assert hostile not in json.loads(said)["message"]


def test_an_exception_tells_its_kinds_and_places_but_none_of_its_words():
    try:
        try:
            int("ana@example.org")
        except ValueError as cause:
            raise KeyError("A123-456-789") from cause
    except KeyError:
        said = line("standing failed", problem=sys.exc_info())
    assert ("ana@example" in said, "A123" in said) == (False, False)
    assert json.loads(said)["kinds"] == ["KeyError", "ValueError"]
    [place] = json.loads(said)["places"]
    assert "test_log_objects.py:" in place


def test_a_newsroom_that_asks_for_it_writes_nothing_else():
    code = "import django, logging; django.setup(); logging.getLogger('a').warning('b\\nc')"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"DJANGO_SETTINGS_MODULE": "config.settings.dev", "LOG_FORMAT": "json"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ran.stderr)["message"] == "b\\nc"
