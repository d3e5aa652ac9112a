"""A number that grows, in the same transaction, with every change that readers can see."""

from django.db import connection, transaction
from django.db.models import F

from operations.models import ChangeCount

NUMBER = "SELECT COALESCE(SUM(number), 0) FROM operations_changecount"


def changed() -> None:
    """Count a change; what was kept before is good for nothing once it is committed.

    Nobody waits for anybody: who finds all rows in the hands of other transactions adds one. So
    acts that do much at once never wait for each other in a circle.
    """
    with transaction.atomic(savepoint=False):
        free = ChangeCount.objects.select_for_update(skip_locked=True).values("pk")[:1]
        if not ChangeCount.objects.filter(pk__in=free).update(number=F("number") + 1):
            ChangeCount.objects.create(number=1)


def number() -> int:
    """How many changes are committed. Read it before making what is to be kept under it.

    Every request of a reader asks for it, so past Django's cursors, which take twice as long.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors:
        return int(connection.connection.execute(NUMBER).fetchone()[0])
