"""A newsroom on SQLite whose files are a test's own, whatever the suite runs on."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler
from pytest_django import Settings

from config import environment
from operations.backups import databases
from tests.migrated import migrated_database

PICTURE = b"\x89PNG" + bytes(range(256)) * 20_000  # some pieces long


@dataclass
class Place:
    """A data folder, and what makes the commands work in it."""

    folder: Path
    settings: Settings
    monkeypatch: pytest.MonkeyPatch

    @property
    def database(self) -> Path:
        return self.folder / "newsroom.sqlite3"

    @property
    def picture(self) -> Path:
        return self.folder / "media" / "images" / "a b.png"

    def enter(self) -> None:
        """From now on the newsroom is here."""
        self.folder.mkdir(exist_ok=True)
        self.settings.DATA_DIR = self.folder
        self.settings.MEDIA_ROOT = self.folder / "media"
        self.settings.STATIC_ROOT = self.folder / "static"
        with self.monkeypatch.context() as shell:
            shell.setenv("DATABASE_URL", f"sqlite:///{self.database}")
            handler = ConnectionHandler({"default": environment.database(self.folder)})
        self.monkeypatch.setattr(databases, "connections", handler)

    def fill(self) -> None:
        """A migrated database, a picture, and the files of the data folder."""
        shutil.copy(migrated_database(), self.database)
        self.picture.parent.mkdir(parents=True)
        self.picture.write_bytes(PICTURE)
        (self.folder / "secret_key").write_text("k" * 60)
        (self.folder / "newsroom.env").write_text("LANGUAGE=es\n")
        (self.folder / "theme.css").write_text(":root {}\n")


@pytest.fixture
def newsroom(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    """A newsroom with something in it."""
    place = Place(tmp_path / "data", settings, monkeypatch)
    place.enter()
    place.fill()
    yield place
    databases.connections.close_all()


@pytest.fixture
def elsewhere(newsroom: Place, tmp_path: Path) -> Place:
    """An empty place; `enter()` it to restore there."""
    return Place(tmp_path / "other", newsroom.settings, newsroom.monkeypatch)
