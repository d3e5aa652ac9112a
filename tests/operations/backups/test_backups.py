"""The small parts of a backup: files, problems, which database it is."""

import errno
from pathlib import Path

import pytest
from django.db import connection

from operations.backups import files, problems
from operations.backups.databases import database


def test_copy_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("new")
    (tmp_path / "b").write_text("old")
    with pytest.raises(FileExistsError):
        files.copy(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "old"


def test_copy_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/etc/hostname")
    with pytest.raises(OSError, match="symbolic links"):
        files.copy(tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "disk that holds /backups is full"),
        (OSError(errno.EDQUOT, "x"), "disk that holds /backups is full"),
        (PermissionError(errno.EACCES, "x", "/media/a"), "this user may not use /media/a"),
        (OSError(errno.EIO, "Input/output error"), "/backups cannot be used: Input/output error"),
    ],
)
def test_problems_of_disks_are_told_plainly(problem: OSError, words: str) -> None:
    assert words in str(problems.about_disk(problem, folder=Path("/backups")))


def test_kind_of_database_is_that_of_the_newsroom() -> None:
    assert database().engine == connection.vendor
