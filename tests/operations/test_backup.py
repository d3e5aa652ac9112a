"""`manage.py backup` and `restore`, from a newsroom with posts and comments into another place."""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from pytest_django import Settings

from operations import backups
from tests.migrated import migrated_database
from tests.operations.commands import manage

FILL = """
from django.core.files.base import ContentFile
from blog.models import NewsDocument
from tests.comments.factories import make_comment
from tests.pages import make_newsroom, make_post
newsroom = make_newsroom()
for number in range(3):
    post = make_post(newsroom, f"Post {number}")
    for _comment in range(4):
        make_comment(post)
NewsDocument.objects.create(title="Letter", file=ContentFile(b"words" * 99_999, "letter.txt"))
"""
COUNTED = ("blog_postpage", "comments_comment", "wagtailcore_page", "blog_newsdocument")


def rows(database: Path, tables: Iterable[str] = COUNTED) -> dict[str, int]:
    with closing(sqlite3.connect(database)) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in tables
        }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small newsroom."""
    folder = tmp_path_factory.mktemp("newsroom") / "data"
    folder.mkdir()
    shutil.copy(migrated_database(), folder / "newsroom.sqlite3")
    done = manage(folder, "shell", "--verbosity=0", "--command", FILL)
    assert done.returncode == 0, done.stderr
    return folder


def test_newsroom_comes_back_in_another_place(data: Path, tmp_path: Path) -> None:
    made = manage(data, "backup", tmp_path / "b", "--keep", "2")
    assert made.returncode == 0, made.stderr
    [backup] = (tmp_path / "b").iterdir()
    assert f"Backup complete: {backup}" in made.stdout

    came = manage(tmp_path / "other", "restore", backup)

    assert came.returncode == 0, came.stderr
    assert "tables are all back" in came.stdout
    expected = rows(data / "newsroom.sqlite3")
    assert rows(tmp_path / "other" / "newsroom.sqlite3") == expected
    assert (expected["blog_postpage"], expected["comments_comment"]) == (3, 12)
    told = json.loads((backup / "manifest.json").read_text())["contents"]["rows"]
    assert {table: told[table] for table in COUNTED} == expected
    for name in ("secret_key", "newsroom.env", "media/documents/letter.txt"):
        assert (tmp_path / "other" / name).read_bytes() == (data / name).read_bytes()


def test_destination_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match=f"{tmp_path}/file cannot be used: .+$") as refused:
        call_command("backup", str(tmp_path / "file" / "b"))
    assert "\n" not in str(refused.value)


def test_number_to_keep_is_one_or_more(tmp_path: Path) -> None:
    for number in ("0", "-1", "many"):
        with pytest.raises(CommandError, match="must be a number from 1"):
            call_command("backup", str(tmp_path), "--keep", number)


def test_without_a_destination_it_is_the_one_of_the_settings(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(backups, "take", lambda where, **more: asked.append(where) or where)
    settings.BACKUP_DIR = tmp_path / "nightly"
    call_command("backup")
    assert asked == [tmp_path / "nightly"]


@pytest.mark.parametrize(("command", "act"), [("backup", "take"), ("restore", "restore")])
def test_database_that_is_away_is_told(
    command: str, act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(backups, act, refuse)
    with pytest.raises(CommandError, match="connection refused"):
        call_command(command, str(tmp_path))
