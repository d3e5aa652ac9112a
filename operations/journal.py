"""SQLite's journal (WAL): the pages that were written last, those erased since among them."""

from django.db import DEFAULT_DB_ALIAS, connections

# Nobody can write while it waits for somebody who reads.
WAIT_MILLISECONDS = 250


def empty() -> None:
    """Bring the pages into the database and cut the journal to nothing; a job of the clock.

    In the database what is deleted is overwritten (`secure_delete`). In the journal it would stand
    until as many pages were written anew, on a quiet site for weeks. While somebody reads for
    longer than it waits nothing happens, and the next run does it. Nothing to do in PostgreSQL.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if database.vendor != "sqlite":
        return
    with database.cursor() as cursor:
        [patience] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
