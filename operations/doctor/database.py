"""Whether the database is there, whole, up to date, and set as the newsroom needs it."""

from datetime import UTC, datetime, timedelta

from django.contrib.postgres.operations import CreateExtension
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from operations.checks import LEAST_TIMEOUT_SECONDS
from operations.doctor.finding import Finding, fault, good, warning

LEAST_POSTGRESQL = 14  # Django 5.2 knows none before
MOST_SKEW = timedelta(seconds=5)
# PRAGMA synchronous: 1 is NORMAL, 2 FULL, 3 EXTRA.
NEEDED_OF_SQLITE = {"journal_mode": ("wal",), "synchronous": (1, 2, 3), "secure_delete": (1,)}


def database_answers() -> Finding:
    """The simplest question of all."""
    try:
        _ask("SELECT 1")
    except Error as problem:
        return fault(
            f"the database does not answer ({type(problem).__name__})",
            fix="start the server that DATABASE_URL names, or see that DATA_DIR can be read",
        )
    return good(f"{connection.display_name} answers")


def database_is_up_to_date() -> Finding:
    """Neither older nor newer than the code."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    replaced = {old for each in loader.disk_migrations.values() for old in each.replaces}
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys() - replaced
    if any(app in loader.migrated_apps for app, _name in unknown):
        return fault(
            "the database is of a newer version than the code",
            fix="get the newer code, or restore the backup that belongs to this one",
        )
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    if plan:
        return fault(
            f"{len(plan)} migrations are not applied",
            fix="stop the newsroom, make a backup, and start it: script/server applies them",
        )
    return good("all migrations are applied")


def database_is_set_as_needed() -> Finding:
    """What this very connection has, whatever the settings say."""
    return _sqlite_is_set() if connection.vendor == "sqlite" else _postgresql_is_set()


def _sqlite_is_set() -> Finding:
    needed = NEEDED_OF_SQLITE | {"journal_mode": _journal_modes()}
    wrong = [name for name, values in needed.items() if _pragma(name) not in values]
    if int(str(_pragma("busy_timeout"))) < LEAST_TIMEOUT_SECONDS * 1000:
        wrong.append("busy_timeout")
    if getattr(connection, "transaction_mode", None) not in ("IMMEDIATE", "EXCLUSIVE"):
        wrong.append("transaction_mode")
    if wrong:
        return fault(
            f"SQLite loses writes with these settings: {', '.join(wrong)}",
            fix="start it by script/server, and keep the file on a disk of this machine",
        )
    return good("SQLite keeps a journal and lets writers wait for each other")


def _journal_modes() -> tuple[str, ...]:
    """A database in memory, which tests have, knows no other journal."""
    is_in_memory = getattr(connection, "is_in_memory_db", lambda: False)()
    return ("wal", "memory") if is_in_memory else ("wal",)


def _pragma(name: str) -> object:
    return _ask(f"PRAGMA {name}")


def _postgresql_is_set() -> Finding:
    version = int(str(_ask("SELECT current_setting('server_version_num')"))) // 10_000
    if version < LEAST_POSTGRESQL:
        return fault(
            f"PostgreSQL {version} is too old",
            fix=f"upgrade the server to PostgreSQL {LEAST_POSTGRESQL} or newer",
        )
    missing = sorted(_extensions_used() - _extensions_there())
    if missing:
        return fault(
            f"PostgreSQL lacks {', '.join(missing)}, without which searches fail",
            fix=f"CREATE EXTENSION {missing[0]} in script/manage dbshell; Debian has it in "
            "postgresql-contrib",
        )
    return good(f"PostgreSQL {version} has all that is used of it")


def _extensions_used() -> set[str]:
    """What migrations create."""
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations.values()
    steps = [step for migration in migrations for step in migration.operations]
    return {step.name for step in steps if isinstance(step, CreateExtension)}


def _extensions_there() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        return {name for (name,) in cursor.fetchall()}


def database_is_whole() -> Finding:
    """SQLite reads all its pages; of PostgreSQL, whether an index was left half-made."""
    if connection.vendor == "sqlite":
        said = str(_ask("PRAGMA quick_check(1)"))
        if said != "ok":
            return fault(
                "the database file is damaged",
                fix="stop the newsroom, keep the file, and restore the last backup elsewhere",
            )
        return good("every page of the database file can be read")
    invalid = _ask("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
    if invalid:
        return warning(
            f"{invalid} indexes are invalid and slow every write",
            fix="REINDEX them by name in script/manage dbshell: \\di shows which",
        )
    return good("all indexes are valid")


def database_knows_the_time() -> Finding:
    """Leases and closing times are compared with what another machine wrote."""
    question = (
        "SELECT strftime('%s', 'now')" if connection.vendor == "sqlite" else CLOCK_OF_POSTGRESQL
    )
    there = datetime.fromtimestamp(float(str(_ask(question))), UTC)
    skew = abs(there - datetime.now(UTC))
    if skew > MOST_SKEW:
        return warning(
            f"its clock and this machine's are {skew.total_seconds():.0f} seconds apart",
            fix="let both machines set their clocks by NTP: timedatectl set-ntp true",
        )
    return good("its clock is this machine's")


CLOCK_OF_POSTGRESQL = "SELECT extract(epoch FROM clock_timestamp())"


def _ask(sql: str) -> object:
    """The first value of the first row."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone()
    return row[0] if row else None


CHECKS = (
    database_answers,
    database_is_up_to_date,
    database_is_set_as_needed,
    database_is_whole,
    database_knows_the_time,
)
