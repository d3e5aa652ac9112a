"""SQLite: one file, copied by SQLite itself while others write into it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

from operations.backups.databases import contents_of
from operations.backups.files import PRIVATE_FILE, copy
from operations.backups.manifest import Contents
from operations.backups.problems import BackupFailed

PATIENCE_SECONDS = 60
BESIDE = ("", "-wal", "-shm", "-journal")
TABLES = """
    SELECT name FROM sqlite_master WHERE type = 'table'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
"""


class SqliteDatabase:
    """The file that DATA_DIR or DATABASE_URL names."""

    engine = "sqlite"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection
        self._path = Path(str(connection.settings_dict["NAME"]))

    def dump(self, target: Path) -> Contents:
        """The state of one moment: who writes meanwhile neither waits nor gets in.

        What was deleted is not copied: VACUUM leaves free pages out.
        """
        if not self._path.exists():
            raise BackupFailed(f"there is no database at {self._path} yet")
        target.touch(mode=PRIVATE_FILE)
        try:
            # Without a transaction, in which SQLite refuses to VACUUM.
            with closing(self._connect(self._path)) as connection:
                connection.execute("VACUUM INTO ?", (str(target),))
            return _contents(target)
        except sqlite3.Error as problem:
            raise BackupFailed(_words(problem)) from problem

    def is_empty(self) -> bool:
        """Whether there is no file, or nothing in it."""
        if not self._path.exists():
            return True
        with closing(self._connect(self._path)) as connection:
            return not connection.execute(TABLES).fetchall()

    def load(self, source: Path) -> None:
        """Puts a copy of the file into place."""
        self.unload()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        copy(source, self._path)

    def unload(self) -> None:
        """Deletes the file and what SQLite keeps beside it."""
        self._connection.close()
        for ending in BESIDE:
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def contents(self) -> Contents:
        """What the file holds, read by a connection of its own."""
        return _contents(self._path)

    def _connect(self, path: Path) -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)


def _contents(path: Path) -> Contents:
    with closing(sqlite3.connect(path, timeout=PATIENCE_SECONDS)) as connection:
        tables = [name for (name,) in connection.execute(TABLES)]
        return contents_of(lambda sql: connection.execute(sql).fetchall(), tables=tables)


def _words(problem: sqlite3.Error) -> str:
    if "full" in str(problem):
        return "the disk for the backup is full; make room, or name another"
    return f"the database could not be copied: {problem}"
