"""A backup has all of the newsroom, is its owner's alone, and is whole or not there."""

import errno
import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from operations import backups
from operations.backups import files, taking
from operations.backups.keeping import alone_in
from tests.operations.backups.conftest import PICTURE, Place
from tests.operations.backups.making import NIGHT, make_backup

ALL = {"database.sqlite3", "media/images/a b.png", "newsroom.env", "secret_key", "theme.css"}


def test_backup_has_everything_and_says_what(newsroom: Place, tmp_path: Path) -> None:
    made = make_backup(tmp_path / "b")

    manifest = json.loads((made / "manifest.json").read_text())
    there = {str(path.relative_to(made)) for path in made.rglob("*") if path.is_file()}
    assert (made.name, there) == ("broadside-20260304-030000", {*ALL, "manifest.json"})
    for name in ALL:
        data = (made / name).read_bytes()
        told = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        assert manifest["files"][name] == told
    assert (made / "media/images/a b.png").read_bytes() == PICTURE
    assert (manifest["engine"], manifest["version"]) == ("sqlite", "0.1.0")
    assert manifest["contents"]["rows"]["auth_group"] > 0
    assert "0001_initial" in manifest["contents"]["migrations"]["operations"]


def test_nobody_else_may_read_it(newsroom: Place, tmp_path: Path) -> None:
    os.umask(0o022)
    made = make_backup(tmp_path / "b")
    modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in [*made.rglob("*"), made]}
    assert modes == {True: 0o700, False: 0o600}


def test_copy_is_of_one_moment_while_others_write(newsroom: Place, tmp_path: Path) -> None:
    """Each transaction writes into both tables: a copy with one row more in one is no moment."""
    with closing(sqlite3.connect(newsroom.database, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE one (x)")
        database.execute("CREATE TABLE other (x)")
    enough, begun = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(newsroom.database, isolation_level=None)) as database:
            while not enough.is_set():
                database.executescript(
                    "BEGIN IMMEDIATE; INSERT INTO one VALUES (zeroblob(5000));"
                    "INSERT INTO other VALUES (zeroblob(5000)); COMMIT;"
                )
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait()
    made = make_backup(tmp_path / "b")
    enough.set()
    writer.join()

    rows = json.loads((made / "manifest.json").read_text())["contents"]["rows"]
    assert rows["one"] == rows["other"] > 0
    with closing(sqlite3.connect(made / "database.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "is full"), (errno.EIO, "be used")])
def test_disk_that_fails_is_said_and_leaves_nothing(
    number: int, words: str, newsroom: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, content: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(taking, "write_private", fail)
    with pytest.raises(backups.BackupFailed, match=words):
        make_backup(tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_copy_of_the_database_that_finds_no_room_leaves_nothing(
    newsroom: Place, tmp_path: Path
) -> None:
    """In a process of its own, for there is no way back from a limit on the size of files."""
    code = (
        "import resource, sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "import django; django.setup(); from operations import backups\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try: backups.take(Path(sys.argv[1]), now=datetime.now(UTC), say=print)\n"
        "except backups.BackupFailed as problem: print('failed:', problem)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "b")],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATA_DIR": str(newsroom.folder),
            "DATABASE_URL": f"sqlite:///{newsroom.database}",
        },
        cwd=Path(taking.__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("failed:")
    assert list((tmp_path / "b").iterdir()) == []


def test_what_a_killed_backup_left_is_no_backup_and_goes_with_the_next(
    newsroom: Place, tmp_path: Path
) -> None:
    left = tmp_path / "b" / ".partial-broadside-20260303-030000"
    left.mkdir(parents=True)
    (left / "database.sqlite3").write_text("half")
    made = make_backup(tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == [made]


def test_two_at_once_do_not_mix(newsroom: Place, tmp_path: Path) -> None:
    tmp_path.joinpath("b").mkdir()
    with (
        alone_in(tmp_path / "b"),
        pytest.raises(backups.BackupFailed, match="another backup is being made"),
    ):
        make_backup(tmp_path / "b")


def test_second_one_of_a_second_is_refused(newsroom: Place, tmp_path: Path) -> None:
    make_backup(tmp_path / "b")
    with pytest.raises(backups.BackupFailed, match="try again in a second"):
        make_backup(tmp_path / "b")
    make_backup(tmp_path / "b", after=timedelta(seconds=1))


@pytest.mark.parametrize("public", ["media", "media/images", "static/x"])
def test_backup_is_never_put_where_everybody_reads(public: str, newsroom: Place) -> None:
    with pytest.raises(backups.BackupFailed, match="open to the public"):
        make_backup(newsroom.folder / public)


def test_links_in_the_media_folder_are_left_out_and_told(newsroom: Place, tmp_path: Path) -> None:
    (newsroom.folder / "media" / "link").symlink_to("/etc/hostname")
    (newsroom.folder / "media" / "links").symlink_to("/etc")
    said: list[str] = []
    made = backups.take(tmp_path / "b", now=NIGHT, say=said.append)
    assert [path.name for path in (made / "media").iterdir()] == ["images"]
    assert len([line for line in said if "Left out" in line]) == 2


def test_picture_that_is_deleted_meanwhile_is_no_problem(
    newsroom: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanishing(source: Path, target: Path) -> files.Sum:
        if source == newsroom.picture:
            source.unlink(missing_ok=True)
        return files.copy(source, target)

    monkeypatch.setattr(taking, "copy", vanishing)
    made = make_backup(tmp_path / "b")
    assert [path for path in (made / "media").rglob("*") if path.is_file()] == []


def test_key_that_is_not_in_the_data_folder_is_told(newsroom: Place, tmp_path: Path) -> None:
    (newsroom.folder / "secret_key").unlink()
    said: list[str] = []
    backups.take(tmp_path / "b", now=NIGHT, say=said.append)
    assert "SECRET_KEY" in said[0]


def test_newsroom_without_a_database_has_nothing_to_copy(newsroom: Place, tmp_path: Path) -> None:
    newsroom.database.unlink()
    with pytest.raises(backups.BackupFailed, match="no database"):
        make_backup(tmp_path / "b")
    assert not newsroom.database.exists()


def test_backup_of_a_newsroom_with_a_bucket_says_that_it_has_no_pictures(
    newsroom: Place, tmp_path: Path
) -> None:
    newsroom.settings.MEDIA_S3_BUCKET = "pictures"
    said: list[str] = []
    made = backups.take(tmp_path / "b", now=NIGHT, say=said.append)
    assert "in the bucket pictures and NOT in the" in said[0]
    assert (made / "database.sqlite3").is_file()
