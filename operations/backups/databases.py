"""The database of the newsroom, as backups see it, whichever kind it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from django.db import DEFAULT_DB_ALIAS, connections

from operations.backups.manifest import Contents

Rows = Sequence[Sequence[Any]]  # Any: whatever a database answers
Ask = Callable[[str], Rows]

COUNT = 'SELECT count(*) FROM "{}"'


class Database(Protocol):
    """What a backup needs of a kind of database; `engine` is Django's word for the kind."""

    engine: str

    def dump(self, target: Path) -> Contents:
        """Copies a moment of it into a new file and says what that holds; `BackupFailed`."""
        ...

    def is_empty(self) -> bool:
        """Whether it has no table at all."""
        ...

    def load(self, source: Path) -> None:
        """Brings a copy back into the empty database, all of it or nothing; `BackupFailed`."""
        ...

    def unload(self) -> None:
        """Makes it empty again after a `load`, where that left anything."""
        ...

    def contents(self) -> Contents:
        """What it holds now."""
        ...


def database() -> Database:
    """The newsroom's own."""
    # Both need this module, and PostgreSQL's needs a library that SQLite does without.
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "sqlite":
        from operations.backups.sqlite import SqliteDatabase

        return SqliteDatabase(connection)
    from operations.backups.postgresql import PostgresqlDatabase

    return PostgresqlDatabase(connection)


def contents_of(ask: Ask, *, tables: Sequence[str]) -> Contents:
    """Counts the rows of the tables, and reads which migrations were applied."""
    rows = {table: int(ask(COUNT.format(table))[0][0]) for table in tables}
    migrations: dict[str, list[str]] = {}
    for app, name in ask("SELECT app, name FROM django_migrations ORDER BY id"):
        migrations.setdefault(str(app), []).append(str(name))
    return Contents(rows=rows, migrations=migrations)
