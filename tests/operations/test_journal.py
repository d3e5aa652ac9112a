"""What was deleted is not to be read in the file beside the database either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler

from config import environment
from operations import journal

pytestmark = pytest.mark.django_db

SECRET = "Words that their writer took back"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A database of its own, in which something was written and deleted."""
    path = tmp_path / "newsroom.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    handler = ConnectionHandler({"default": environment.database(tmp_path)})
    monkeypatch.setattr(journal, "connections", handler)
    with handler["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE said (words TEXT)")
        cursor.execute("INSERT INTO said VALUES (%s)", [SECRET])
        cursor.execute("DELETE FROM said")
    yield path
    handler.close_all()


def readable(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_what_was_deleted_is_gone_from_the_journal_too(path: Path) -> None:
    assert SECRET.encode() in readable(path)
    journal.empty()
    assert SECRET.encode() not in readable(path)


def test_it_waits_for_a_moment_only_and_others_as_long_as_before(path: Path) -> None:
    database = journal.connections["default"]
    journal.empty()
    with database.cursor() as cursor:
        [patience] = cursor.execute("PRAGMA busy_timeout").fetchone()
    assert patience == environment.SQLITE_BUSY_TIMEOUT_SECONDS * 1_000


@pytest.mark.postgresql
def test_another_database_is_left_alone() -> None:
    journal.empty()


def test_the_clock_does_it() -> None:
    assert "operations.journal.empty" in [path for path, _seconds in settings.CLOCK_JOBS]
