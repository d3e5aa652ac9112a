"""All of a backup comes back into an empty place, or nothing of it."""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from operations import backups
from operations.backups import restoring
from tests.operations.backups.conftest import PICTURE, Place
from tests.operations.backups.making import change_manifest, make_backup


@pytest.fixture
def backup(newsroom: Place, tmp_path: Path, elsewhere: Place) -> Path:
    """A backup; the newsroom from now on is an empty place, but for what settings make."""
    made = make_backup(tmp_path / "b")
    elsewhere.enter()
    (elsewhere.folder / "secret_key").write_text("made by settings")
    return made


def is_untouched(place: Place) -> bool:
    """Whether nothing of a newsroom is there but the key that settings made."""
    there = [path for path in place.folder.rglob("*") if path.is_file()]
    return [path.name for path in there] == ["secret_key"]


def restored(backup: Path) -> list[str]:
    said: list[str] = []
    backups.restore(backup, say=said.append)
    return said


def test_everything_comes_back(backup: Path, elsewhere: Place) -> None:
    said = restored(backup)

    assert elsewhere.picture.read_bytes() == PICTURE
    assert (elsewhere.folder / "secret_key").read_text() == "k" * 60
    assert (elsewhere.folder / "newsroom.env").read_text() == "LANGUAGE=es\n"
    assert (elsewhere.folder / "theme.css").read_text() == ":root {}\n"
    assert "are all back" in said[-1]
    private = [elsewhere.database, elsewhere.folder / "secret_key"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in private} == {0o600}
    with closing(sqlite3.connect(elsewhere.database)) as database:
        assert database.execute("SELECT count(*) FROM auth_group").fetchone()[0] > 0


def spoil(backup: Path) -> None:
    path = backup / "media" / "images" / "a b.png"
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def lose(backup: Path) -> None:
    (backup / "database.sqlite3").unlink()


def link(backup: Path) -> None:
    (backup / "theme.css").unlink()
    (backup / "theme.css").symlink_to("/etc/hostname")


def link_folder(backup: Path) -> None:
    shutil.move(backup / "media" / "images", backup.parent / "images")
    (backup / "media" / "images").symlink_to(backup.parent / "images")


def cut_manifest(backup: Path) -> None:
    (backup / "manifest.json").write_text('{"format": 1, "files": {')


def empty_manifest(backup: Path) -> None:
    (backup / "manifest.json").write_text('{"format": 1}')


def forget_manifest(backup: Path) -> None:
    (backup / "manifest.json").unlink()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (spoil, "is damaged"),
        (lose, "database.sqlite3 is missing"),
        (link, "theme.css"),
        (link_folder, "leads out"),
        (cut_manifest, "cannot be read"),
        (empty_manifest, "is damaged"),
        (forget_manifest, "no complete backup"),
    ],
)
def test_damaged_backup_is_refused_before_anything_is_written(
    damage: Callable[[Path], None], words: str, backup: Path, elsewhere: Place
) -> None:
    damage(backup)
    with pytest.raises(backups.BackupFailed, match=words):
        restored(backup)
    assert is_untouched(elsewhere)


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "/etc/x", "media/../../x", "media/./x", "media//x", "media", "media/", "x"),
        *("manifest.json", "./secret_key", "media/a\0b", "static/x", "media/x/.."),
    ],
)
def test_file_that_would_leave_its_place_is_refused(
    name: str, backup: Path, elsewhere: Place
) -> None:
    def add(read: dict[str, Any]) -> None:
        read["files"][name] = read["files"]["theme.css"]

    change_manifest(backup, add)
    with pytest.raises(backups.BackupFailed, match="no file of a newsroom"):
        restored(backup)
    assert is_untouched(elsewhere)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda read: read.update(engine="postgresql"), "DATABASE_URL"),
        (lambda read: read.update(format=2), "newer Broadside"),
        (
            lambda read: read["contents"]["migrations"]["operations"].append("9999_later"),
            "operations.9999_later: get the newer code",
        ),
        (lambda read: read["files"].pop("database.sqlite3"), "has no database"),
    ],
)
def test_backup_that_does_not_fit_is_refused_with_what_to_do(
    change: Callable[[dict[str, Any]], object], words: str, backup: Path, elsewhere: Place
) -> None:
    change_manifest(backup, change)
    with pytest.raises(backups.BackupFailed, match=words):
        restored(backup)
    assert is_untouched(elsewhere)


@pytest.mark.parametrize("there", ["newsroom.sqlite3", "media/images/x.png", "theme.css"])
def test_place_where_something_is_stays_as_it_is(
    there: str, newsroom: Place, backup: Path, elsewhere: Place
) -> None:
    path = elsewhere.folder / there
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(newsroom.database, path)
    before = path.read_bytes()
    with pytest.raises(backups.BackupFailed, match="name another DATA_DIR"):
        restored(backup)
    assert path.read_bytes() == before
    assert not (elsewhere.folder / "newsroom.env").exists()


def test_empty_database_file_is_no_database(backup: Path, elsewhere: Place) -> None:
    elsewhere.database.touch()
    assert "are all back" in restored(backup)[-1]


def test_what_fails_half_way_is_taken_back_and_can_be_tried_again(
    backup: Path, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:

        def fail(*_words: object, **_more: object) -> None:
            raise OSError(28, "No space left on device")

        broken.setattr("operations.backups.sqlite.copy", fail)
        with pytest.raises(backups.BackupFailed, match="is full"):
            restored(backup)
        assert not elsewhere.picture.exists()
        assert not elsewhere.database.exists()
    assert "are all back" in restored(backup)[-1]


def test_older_backup_says_what_brings_it_up_to_date(backup: Path, elsewhere: Place) -> None:
    def forget_last(read: dict[str, Any]) -> None:
        read["contents"]["migrations"]["operations"].pop()

    change_manifest(backup, forget_last)
    assert "script/server brings the database up to date" in restored(backup)[-1]


def test_row_that_did_not_come_back_is_told(backup: Path, elsewhere: Place) -> None:
    change_manifest(backup, lambda read: read["contents"]["rows"].update(auth_group=1_000))
    with pytest.raises(backups.BackupFailed, match="auth_group: 1000 rows in the backup"):
        restored(backup)


def test_backup_without_a_key_asks_for_it(
    newsroom: Place, elsewhere: Place, tmp_path: Path
) -> None:
    (newsroom.folder / "secret_key").unlink()
    made = make_backup(tmp_path / "b")
    elsewhere.enter()
    assert any("SECRET_KEY" in line for line in restored(made))


def test_file_that_changes_after_it_was_checked_is_not_taken(
    backup: Path, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring.Manifest, "verify", lambda self, backup: spoil(backup))
    with pytest.raises(backups.BackupFailed, match="changed while it was read"):
        restored(backup)
    assert not elsewhere.picture.exists()
