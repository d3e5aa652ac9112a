"""What `pg_dump` writes comes back into another database, with the counts of the same moment."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from operations.backups import BackupFailed, postgresql
from operations.backups.postgresql import PostgresqlDatabase

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def empty() -> Iterator[PostgresqlDatabase]:
    """A second database, beside that of the suite."""
    name = f"{connection.settings_dict['NAME']}_restored"
    with closing(connection.copy()) as server:
        server.cursor().execute(f'CREATE DATABASE "{name}"')
        other = connection.copy()
        other.settings_dict = {**other.settings_dict, "NAME": name}
        yield PostgresqlDatabase(other)
        server.cursor().execute(f'DROP DATABASE "{name}"')


def test_dump_comes_back_row_by_row(tmp_path: Path, empty: PostgresqlDatabase) -> None:
    dump = tmp_path / "database.dump"
    contents = PostgresqlDatabase(connection).dump(dump)
    assert empty.is_empty()

    empty.load(dump)

    assert not empty.is_empty()
    assert empty.contents() == contents
    assert contents.rows["wagtailcore_page"] > 0
    assert ("operations", "0001_initial") in contents.applied
    assert dump.stat().st_mode & 0o077 == 0


def test_dump_that_breaks_off_leaves_nothing(tmp_path: Path, empty: PostgresqlDatabase) -> None:
    dump = tmp_path / "database.dump"
    PostgresqlDatabase(connection).dump(dump)
    dump.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])
    with pytest.raises(BackupFailed, match="pg_restore failed"):
        empty.load(dump)
    assert empty.is_empty()


def test_program_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupFailed, match="apt-get install postgresql-client"):
        PostgresqlDatabase(connection).dump(tmp_path / "dump")


def test_program_that_is_older_than_the_server_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    program.chmod(0o755)
    monkeypatch.setattr(postgresql.shutil, "which", lambda name: str(program))
    with pytest.raises(BackupFailed, match="is of PostgreSQL 9 and the server of"):
        PostgresqlDatabase(connection).dump(tmp_path / "dump")
