"""Whether the newsroom can serve: its database, its migrations, its worker."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from operations.leases import LEASE
from operations.models import WorkerLease


@dataclass(frozen=True)
class Readiness:
    """What is as it should be."""

    database: bool
    migrations: bool
    worker: bool

    @property
    def is_complete(self) -> bool:
        """Whether requests may come."""
        return self.database and self.migrations and self.worker


def readiness(now: datetime) -> Readiness:
    """In two questions to the database; `now` is an aware time. Never raises."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return Readiness(database=False, migrations=False, worker=False)
    are_applied = _needed() <= applied
    return Readiness(
        database=True, migrations=are_applied, worker=are_applied and worker_is_alive(now)
    )


def worker_is_alive(now: datetime) -> bool:
    """Whether some worker's lease holds at an aware time."""
    try:
        return WorkerLease.objects.filter(renewed_at__gte=now - LEASE).exists()
    except Error:
        return False


@cache
def _needed() -> frozenset[tuple[str, str]]:
    """The last migration of each app; of a process's code they stay the same."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())
