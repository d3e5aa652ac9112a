"""A database that tests of concurrency may really write to, from several processes at once."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings

from tests.migrated import NAME, migrated_database

MIGRATE = ("manage.py", "migrate", "--verbosity=0")


@dataclass(frozen=True)
class NewsroomDatabase:
    """A migrated newsroom without content, apart from the suite's own database."""

    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """What `python ARGUMENTS` prints in a process that works on this database."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run_scenario(self, module: str, *arguments: str) -> Any:
        """The result of a module of this folder: its last line, read as JSON."""
        output = self.run("-m", f"tests.concurrency.{module}", *arguments)
        return json.loads(output.splitlines()[-1])


@pytest.fixture(scope="session")
def newsroom_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewsroomDatabase]:
    """A database of its own: on the server of DATABASE_URL when that is PostgreSQL, else a file."""
    folder = tmp_path_factory.mktemp("newsroom")
    server = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not server.scheme.startswith("postgres"):
        shutil.copy(migrated_database(), folder / NAME)
        yield _at(folder, f"sqlite:///{folder / NAME}")
        return
    with _new_database(server) as url:
        database = _at(folder, url)
        database.run(*MIGRATE)
        yield database


def _at(folder: Path, url: str) -> NewsroomDatabase:
    return NewsroomDatabase(
        os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATA_DIR": str(folder),
            "DATABASE_URL": url,
            "REDIS_URL": "",  # a shared cache would remember pages of the suite's own database
        }
    )


@contextmanager
def _new_database(server: SplitResult) -> Iterator[str]:
    name = f"newsroom_{uuid4().hex}"
    with psycopg.connect(server.geturl(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
