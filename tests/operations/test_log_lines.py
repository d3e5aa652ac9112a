"""What the log says, and what it must not."""

import logging
import sys

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from operations.log_lines import LineFormatter

SECRET = "5f" * 32


def line(message, *args, problem=None):
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, message, args, problem)
    return LineFormatter().format(record)


@pytest.mark.parametrize("path", ["receipt/{}/edit/", "report/{}/", "notices/WzFd:1w:{}/"])
def test_the_secret_of_an_address_is_left_out(path):
    said = line("%s: %s", "Not Found", "/comments/" + path.format(SECRET))
    assert SECRET not in said
    assert "Not Found: /comments/" in said


def test_other_addresses_are_kept():
    path = "/news/the-county-votes-on-the-budget-of-the-sheriff/"
    assert path in line("Not Found: %s", path)


@pytest.mark.parametrize("hostile", ["\r\n", "\x1b[31m", "\n", "\x00", "\x85", "\u2028", "\x9b"])
def test_nobody_forges_a_line_or_colours_the_screen(hostile):
    said = line("name: %s", f"a{hostile}2026-01-01 ERROR")
    assert hostile not in said
    assert said.count("\n") == 0


def test_an_exception_tells_its_kind_and_place_but_none_of_its_words():
    try:
        try:
            int("ana@example.org")
        except ValueError as cause:
            raise KeyError("A123-456-789") from cause
    except KeyError:
        said = line("standing failed", problem=sys.exc_info())
    assert "ana@example" not in said.split("Traceback:")[1].replace('int("ana@example.org")', "")
    assert "KeyError because of ValueError" in said
    assert "test_log_lines.py" in said


def test_it_is_the_form_of_every_line_of_a_newsroom():
    [handler] = settings.LOGGING["root"]["handlers"]
    formatter = settings.LOGGING["formatters"][settings.LOGGING["handlers"][handler]["formatter"]]
    assert import_string(formatter["()"]) is LineFormatter
