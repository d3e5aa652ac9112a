"""A number that grows, in the same transaction, with every change that readers can see."""

from django.db import connection

# In SQL, for it comes with every write; the table is that of `operations.models.ChangeCount`.
COUNT = """
    UPDATE operations_changecount SET number = number + 1
    WHERE id = (SELECT id FROM operations_changecount LIMIT 1)
"""
COUNT_FREE = """
    UPDATE operations_changecount SET number = number + 1
    WHERE id = (SELECT id FROM operations_changecount LIMIT 1 FOR UPDATE SKIP LOCKED)
"""
BEGIN = "INSERT INTO operations_changecount (number) VALUES (1)"
NUMBER = "SELECT COALESCE(SUM(number), 0) FROM operations_changecount"


def changed() -> None:
    """Count a change; what was kept before is good for nothing once it is committed.

    Nobody waits for anybody: who finds all rows in the hands of other transactions adds one. So
    acts that do much at once never wait for each other in a circle.
    """
    count = COUNT_FREE if connection.features.has_select_for_update_skip_locked else COUNT
    with connection.cursor() as cursor:
        cursor.execute(count)
        if not cursor.rowcount:
            cursor.execute(BEGIN)


def number() -> int:
    """How many changes are committed. Read it before making what is to be kept under it.

    Every request of a reader asks for it, so past Django's cursors, which take twice as long.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors:
        return int(connection.connection.execute(NUMBER).fetchone()[0])
