"""What goes wrong at the start is said in one sentence that tells what to do."""

import errno
from pathlib import Path

import pytest
from django.db import OperationalError

from operations import problems

DATA = Path("/srv/newsroom")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EADDRINUSE, "PORT=8001 script/server"),
        (errno.EACCES, "above 1023"),
        (errno.EADDRNOTAVAIL, "BIND"),
    ],
)
def test_words_about_a_port_say_what_to_set(number: int, words: str) -> None:
    problem = OSError(number, "cannot")
    assert words in problems.about_binding(problem, host="127.0.0.1", port=8000)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "is full"),
        (OperationalError("database or disk is full"), "is full"),
        (OperationalError("attempt to write a readonly database"), "may not write"),
        (OperationalError("unable to open database file"), "may not write"),
        (PermissionError(errno.EACCES, "Permission denied"), "may not write"),
    ],
)
def test_words_about_the_disk_name_the_data_folder(problem: Exception, words: str) -> None:
    sentence = problems.about_preparing(problem, data_dir=DATA)
    assert words in sentence
    assert "DATA_DIR" in sentence
    assert str(DATA) in sentence


def test_any_other_problem_is_told_in_its_own_words() -> None:
    problem = OperationalError("connection refused")
    assert "connection refused" in problems.about_preparing(problem, data_dir=DATA)
