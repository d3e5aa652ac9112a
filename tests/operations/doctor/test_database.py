"""Faults of a database are planted, and found."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import ConnectionHandler
from time_machine import Traveller

from config import environment
from operations.doctor import Grade, database
from operations.doctor.examining import Check

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An SQLite database of its own, which the checks look at."""
    path = tmp_path / "newsroom.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    handler = ConnectionHandler({"default": environment.database(tmp_path)})
    monkeypatch.setattr(database, "connection", handler["default"])
    yield path
    handler.close_all()


@pytest.mark.parametrize("check", database.CHECKS)
def test_nothing_is_found_where_nothing_is_wrong(check: Check) -> None:
    assert check().grade == Grade.GOOD


def test_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(sql: str) -> object:
        raise OperationalError("could not connect to 10.0.0.7 as newsroom:password")

    monkeypatch.setattr(database, "_ask", refuse)
    finding = database.database_answers()
    assert (finding.grade, "OperationalError" in finding.says) == (Grade.FAULT, True)
    assert "password" not in finding.says


def test_migration_that_is_not_applied() -> None:
    MigrationRecorder.Migration.objects.filter(app="sessions").delete()
    finding = database.database_is_up_to_date()
    assert (finding.grade, "not applied" in finding.says) == (Grade.FAULT, True)


def test_database_of_a_newer_version() -> None:
    MigrationRecorder.Migration.objects.create(app="operations", name="9999_later")
    finding = database.database_is_up_to_date()
    assert (finding.grade, "newer version" in finding.says) == (Grade.FAULT, True)


def test_migrations_of_a_package_that_is_gone_are_no_fault() -> None:
    MigrationRecorder.Migration.objects.create(app="no_longer_here", name="0001_initial")
    assert database.database_is_up_to_date().grade == Grade.GOOD


def test_sqlite_as_our_settings_have_it(file: Path) -> None:
    assert database.database_is_set_as_needed().grade == Grade.GOOD


@pytest.mark.parametrize(
    ("pragma", "name"),
    [
        ("journal_mode=DELETE", "journal_mode"),
        ("synchronous=OFF", "synchronous"),
        ("busy_timeout=100", "busy_timeout"),
        ("secure_delete=OFF", "secure_delete"),
    ],
)
def test_sqlite_with_a_worse_setting(file: Path, pragma: str, name: str) -> None:
    database.connection.cursor().execute(f"PRAGMA {pragma}")
    finding = database.database_is_set_as_needed()
    assert (finding.grade, name in finding.says) == (Grade.FAULT, True)


def test_sqlite_whose_transactions_begin_by_reading(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.connection.ensure_connection()
    monkeypatch.setattr(database.connection, "transaction_mode", None)
    assert "transaction_mode" in database.database_is_set_as_needed().says


def test_sqlite_file_with_a_damaged_page(file: Path) -> None:
    cursor = database.connection.cursor()
    cursor.execute("CREATE TABLE said (words TEXT)")
    cursor.execute("CREATE INDEX words ON said (words)")
    for number in range(2_000):
        cursor.execute("INSERT INTO said VALUES (%s)", [f"word {number} {'x' * 100}"])
    database.connection.close()
    data = bytearray(file.read_bytes())
    data[40 * 4096 : 44 * 4096] = b"\x55" * 4 * 4096
    file.write_bytes(data)
    finding = database.database_is_whole()
    assert (finding.grade, "damaged" in finding.says) == (Grade.FAULT, True)


def test_sqlite_file_that_is_whole(file: Path) -> None:
    assert database.database_is_whole().grade == Grade.GOOD


@pytest.mark.postgresql
def test_extension_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_extensions_used", lambda: {"pg_trgm", "not_there"})
    finding = database.database_is_set_as_needed()
    assert (finding.grade, "lacks not_there," in finding.says) == (Grade.FAULT, True)


@pytest.mark.postgresql
def test_server_that_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_ask", lambda sql: "120015")
    finding = database.database_is_set_as_needed()
    assert (finding.grade, finding.says) == (Grade.FAULT, "PostgreSQL 12 is too old")


@pytest.mark.postgresql
def test_index_that_was_left_half_made() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE half (x int); CREATE INDEX half_x ON half (x)")
        cursor.execute(
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'half_x'::regclass"
        )
    finding = database.database_is_whole()
    assert (finding.grade, "invalid" in finding.says) == (Grade.WARNING, True)


def test_clock_that_is_wrong(clock: Traveller) -> None:
    """The database has the machine's, which here stands still long ago."""
    assert datetime.now(UTC).year == 2026
    clock.move_to(datetime(2020, 1, 1, tzinfo=UTC))
    finding = database.database_knows_the_time()
    assert (finding.grade, "seconds apart" in finding.says) == (Grade.WARNING, True)
