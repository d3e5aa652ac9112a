"""Only complete backups count, and only old ones go."""

from datetime import timedelta
from pathlib import Path

from operations.backups.keeping import complete, keep_newest, made_at
from tests.operations.backups.conftest import Place
from tests.operations.backups.making import NIGHT, make_backup


def test_the_newest_stay(newsroom: Place, tmp_path: Path) -> None:
    made = [make_backup(tmp_path / "b", after=timedelta(days=day)) for day in range(4)]
    assert keep_newest(tmp_path / "b", number=2) == made[:2]
    assert complete(tmp_path / "b") == made[2:]
    assert keep_newest(tmp_path / "b", number=2) == []


def test_what_is_no_complete_backup_is_neither_counted_nor_deleted(tmp_path: Path) -> None:
    others = ["broadside-20260304-030000", ".partial-broadside-20260304-030001", "letters"]
    for name in others:
        (tmp_path / name).mkdir()
    assert complete(tmp_path) == []
    assert keep_newest(tmp_path, number=1) == []
    assert {path.name for path in tmp_path.iterdir()} == {*others}


def test_name_tells_when_it_was_made(newsroom: Place, tmp_path: Path) -> None:
    assert made_at(make_backup(tmp_path / "b")) == NIGHT


def test_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert complete(tmp_path / "nowhere") == []
