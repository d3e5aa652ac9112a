"""Faults of the data folder are planted, and found."""

import shutil
from pathlib import Path

import pytest
from pytest_django import Settings

from operations.doctor import Grade, folder
from operations.doctor.examining import Check
from operations.preparation import _static_fingerprint


@pytest.fixture
def data(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder after its first run."""
    path = tmp_path / "data"
    path.mkdir(mode=0o700)
    settings.DATA_DIR, settings.MEDIA_ROOT = path, path / "media"
    monkeypatch.setattr(folder, "_secrets", lambda of: [path / "secret_key"])
    (path / "secret_key").write_text("k")
    (path / "secret_key").chmod(0o600)
    (path / "static.stamp").write_text(_static_fingerprint())
    return path


@pytest.mark.parametrize("check", folder.CHECKS)
def test_nothing_is_found_where_nothing_is_wrong(check: Check, data: Path) -> None:
    assert check().grade == Grade.GOOD


@pytest.mark.parametrize(
    ("mode", "key", "grade"),
    [
        (0o755, 0o600, Grade.WARNING),
        (0o711, 0o600, Grade.GOOD),
        (0o770, 0o600, Grade.FAULT),
        (0o711, 0o644, Grade.FAULT),
        (0o700, 0o644, Grade.GOOD),  # nobody else comes that far
    ],
)
def test_data_folder_that_others_can_open(mode: int, key: int, grade: Grade, data: Path) -> None:
    data.chmod(mode)
    (data / "secret_key").chmod(key)
    assert folder.data_folder_is_private().grade == grade


@pytest.mark.parametrize("check", [folder.data_folder_is_writable, folder.media_folder_is_writable])
def test_folder_that_cannot_be_written(
    check: Check, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*, dir: Path) -> object:  # noqa: A002  (tempfile's own word)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folder.tempfile, "TemporaryFile", refuse)
    assert (check().grade, "chown" in check().fix) == (Grade.FAULT, True)


@pytest.mark.parametrize(
    ("free", "grade"),
    [(99_000_000, Grade.FAULT), (500_000_000, Grade.WARNING), (2_000_000_000, Grade.GOOD)],
)
def test_disk_that_fills(
    free: int, grade: Grade, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil._ntuple_diskusage(10**12, 10**12 - free, free)
    monkeypatch.setattr(folder.shutil, "disk_usage", lambda path: usage)
    assert folder.disk_has_room().grade == grade


def test_style_sheets_of_another_version(data: Path) -> None:
    (data / "static.stamp").write_text("older")
    assert folder.style_sheets_are_current().grade == Grade.FAULT
    (data / "static.stamp").unlink()
    assert folder.style_sheets_are_current().grade == Grade.FAULT
