"""PostgreSQL: its own programs write and read the dump, in one transaction each."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient

from operations.backups.databases import Ask, contents_of
from operations.backups.files import PRIVATE_FILE
from operations.backups.manifest import Contents
from operations.backups.problems import BackupFailed

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
VERSION = re.compile(r"\(PostgreSQL\) (\d+)")
# Owners and rights are those of whoever restores. Comments are those of extensions, which only
# their owner may set.
PLAIN = ("--no-owner", "--no-privileges", "--no-comments")


class PostgresqlDatabase:
    """The database of DATABASE_URL."""

    engine = "postgresql"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def dump(self, target: Path) -> Contents:
        """The dump and the counts are of one moment, for they look through one snapshot."""
        program = _program("pg_dump", server_version=self._server_version())
        target.touch(mode=PRIVATE_FILE)
        with self._asking() as ask:
            ask(SNAPSHOT)
            [(snapshot,)] = ask("SELECT pg_export_snapshot()")
            # First, because a server may end a transaction in which nobody asks for long.
            contents = contents_of(ask, tables=_tables(ask))
            moment = f"--snapshot={snapshot}"
            self._run([program, "--format=custom", *PLAIN, moment, f"--file={target}", self._name])
        return contents

    def is_empty(self) -> bool:
        """Whether the schema that we would work in has no tables."""
        with self._asking() as ask:
            return not _tables(ask)

    def load(self, source: Path) -> None:
        """In one transaction: what fails leaves nothing."""
        program = _program("pg_restore", server_version=self._server_version())
        whole = ("--exit-on-error", "--single-transaction", f"--dbname={self._name}")
        self._run([program, *PLAIN, *whole, str(source)])

    def unload(self) -> None:
        """There is nothing to take back: either all of it came in, or nothing."""

    def contents(self) -> Contents:
        """What it holds now."""
        with self._asking() as ask:
            return contents_of(ask, tables=_tables(ask))

    @contextmanager
    def _asking(self) -> Iterator[Ask]:
        """A connection of its own, for a transaction of its own."""
        connection = self._connection.copy()
        try:
            with connection.cursor() as cursor:

                def ask(sql: str) -> Sequence[Sequence[object]]:
                    cursor.execute(sql)
                    return cursor.fetchall() if cursor.description else []

                yield ask
        finally:
            connection.close()

    def _server_version(self) -> int:
        with self._asking() as ask:
            [(number,)] = ask("SELECT current_setting('server_version_num')")
        return int(str(number)) // 10_000

    @property
    def _name(self) -> str:
        return str(self._connection.settings_dict["NAME"])

    def _run(self, command: list[str]) -> None:
        """Raises `BackupFailed` with the last thing that the program said."""
        arguments, variables = DatabaseClient.settings_to_cmd_args_env(
            self._connection.settings_dict, []
        )
        program, *words = command
        where = arguments[1:-1]  # psql's: its own name first, that of the database last
        done = subprocess.run(  # noqa: S603  (no shell, and the words are the operator's)
            [program, *where, *words],
            env=os.environ | (variables or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            said = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
            raise BackupFailed(f"{Path(program).name} failed: {said[-1]}")


def _tables(ask: Ask) -> list[str]:
    return [str(name) for (name,) in ask(TABLES)]


def _program(name: str, *, server_version: int) -> str:
    """Where it is; raises `BackupFailed` if it is missing, or older than the server."""
    path = shutil.which(name)
    if path is None:
        raise BackupFailed(
            f"{name} is not here; install PostgreSQL's client programs, on Debian "
            "apt-get install postgresql-client"
        )
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603  (no shell)
    version = int(found[1]) if (found := VERSION.search(said)) else 0
    if version < server_version:
        raise BackupFailed(
            f"{name} is of PostgreSQL {version} and the server of {server_version}; install "
            f"postgresql-client-{server_version}, or put its folder first into PATH"
        )
    return path
