"""Redis away, backups missing, a zone that nobody knows: planted, and found."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings
from time_machine import Traveller

from operations.doctor import Grade, surroundings


@pytest.mark.parametrize(("url", "grade"), [("", Grade.GOOD), ("unix:///nowhere", Grade.WARNING)])
def test_redis_that_is_away(url: str, grade: Grade, settings: Settings) -> None:
    settings.REDIS_URL = url
    assert surroundings.redis_answers().grade == grade


def test_redis_that_is_there(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.REDIS_URL = "unix:///nowhere"
    monkeypatch.setattr(surroundings.Redis, "ping", lambda self: True)
    assert surroundings.redis_answers().grade == Grade.GOOD


@pytest.mark.parametrize(("day", "grade"), [(3, Grade.GOOD), (11, Grade.GOOD), (13, Grade.WARNING)])
def test_backup_that_is_old(
    day: int, grade: Grade, tmp_path: Path, settings: Settings, clock: Traveller
) -> None:
    settings.BACKUP_DIR = tmp_path
    made = tmp_path / "broadside-20260303-120000"
    made.mkdir()
    (made / "manifest.json").write_text("{}")
    clock.move_to(datetime(2026, 3, day, 12, tzinfo=UTC))
    assert surroundings.backup_is_recent().grade == grade


def test_backup_that_was_never_made(tmp_path: Path, settings: Settings) -> None:
    settings.BACKUP_DIR = tmp_path / "nowhere"
    assert surroundings.backup_is_recent().grade == Grade.WARNING


def test_half_a_backup_is_none(tmp_path: Path, settings: Settings) -> None:
    settings.BACKUP_DIR = tmp_path
    (tmp_path / ".partial-broadside-20260303-120000").mkdir()
    assert surroundings.backup_is_recent().grade == Grade.WARNING


@pytest.mark.parametrize(
    ("zone", "grade"),
    [("America/Chicago", Grade.GOOD), ("Mars/Olympus", Grade.FAULT), ("../x", Grade.FAULT)],
)
def test_zone_that_nobody_knows(zone: str, grade: Grade, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by the settings fixture, which would set the zone of this process."""
    monkeypatch.setattr(surroundings.settings, "TIME_ZONE", zone)
    assert surroundings.time_zone_is_known().grade == grade
