"""A newsroom of each earlier version comes up to this one, with all that was in it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from operations.backups.manifest import Manifest
from tests.upgrades import dumps
from tests.upgrades.dumps import HERE, REPOSITORY

pytestmark = pytest.mark.django_db

DUMPED = sorted(path.parent for path in HERE.glob(f"*/{dumps.COUNTS}"))
MOST_BYTES = 300_000  # of a dump, for all of them stay in the repository
LOOK = "from tests.upgrades.looking import everything, tell; tell(everything())"


@dataclass(frozen=True)
class Upgraded:
    """A newsroom that was restored from a dump, with so many migrations, and brought up to date.

    `said` is what these commands told, `found` what is in it now.
    """

    dump: Path
    migrations: int
    said: str
    found: dict[str, Any]


def _managed(environment: dict[str, str], *arguments: str) -> str:
    """What a command says; one that fails fails the test."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module", params=DUMPED, ids=lambda path: path.name)
def newsroom(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: Any,
) -> Iterator[Upgraded]:
    """From the dump of the kind of database that the suite runs on."""
    place = tmp_path_factory.mktemp("upgrade")
    with django_db_blocker.unblock(), _empty_database() as address:
        environment = dumps.environment(place / "data", address)
        packed = dumps.packed(request.param, connection.vendor)
        backup = dumps.unpack(packed, place / "backups")
        said = _managed(environment, "restore", str(backup))
        said += _managed(environment, "migrate", "--verbosity=1")
        found = json.loads(_managed(environment, "shell", "--no-imports", "-c", LOOK))
        applied = len(Manifest.read(backup).contents.applied)
        yield Upgraded(request.param, applied, said, found)


@contextmanager
def _empty_database() -> Iterator[str]:
    """The address of one beside that of the suite; "" is the file in the data folder."""
    if connection.vendor == "sqlite":
        yield ""
        return
    name = f"{connection.settings_dict['NAME']}_upgraded"
    with closing(connection.copy()) as server:
        server.cursor().execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        finally:
            server.cursor().execute(f'DROP DATABASE "{name}"')


def test_nothing_was_lost(newsroom: Upgraded) -> None:
    assert newsroom.found["counts"] == dumps.counted(newsroom.dump)


def test_every_page_and_every_picture_opens(newsroom: Upgraded) -> None:
    answers = newsroom.found["answers"]
    pictures = [path for path in answers if path.startswith("/media/")]
    assert (len(answers) > 20, len(pictures) > 0) == (True, True)
    assert {path: status for path, status in answers.items() if status != 200} == {}


def test_log_is_as_it_was_sealed(newsroom: Upgraded) -> None:
    said = newsroom.found["log"]
    events = int(re.match(r"(\d+) events in \d+ seals are as they were sealed", said)[1])
    assert events >= dumps.counted(newsroom.dump)["decisions"]


def test_doctor_finds_nothing_wrong_with_the_database(newsroom: Upgraded) -> None:
    assert newsroom.found["faults"] == []


def test_models_and_migrations_agree(newsroom: Upgraded) -> None:
    assert "No changes detected" in newsroom.found["models"]


def test_all_that_was_missing_was_applied(newsroom: Upgraded) -> None:
    missing = len(_known()) - newsroom.migrations
    assert newsroom.said.count("  Applying ") == missing
    assert ("It is of an older version" in newsroom.said) == bool(missing)


def test_some_dump_is_older_than_the_code(tmp_path: Path) -> None:
    oldest = dumps.unpack(dumps.packed(HERE / "2026-11-22", "sqlite"), tmp_path)
    assert not Manifest.read(oldest).contents.applied.issuperset(_known())


def _known() -> set[tuple[str, str]]:
    return {*MigrationLoader(None, ignore_no_migrations=True).disk_migrations}


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("folder", DUMPED, ids=lambda path: path.name)
def test_dump_is_small_and_has_no_secret(folder: Path, engine: str, tmp_path: Path) -> None:
    dump = dumps.packed(folder, engine)
    backup = dumps.unpack(dump, tmp_path)
    assert dump.stat().st_size < MOST_BYTES
    assert not (backup / "secret_key").exists()
