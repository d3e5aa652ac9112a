"""Writes very many rows that differ in a few columns only, without an object for each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias, cast

from django.db import connection
from django.db.models import Field, GeneratedField, Model

Row = tuple[int, Sequence[Any]]  # Any: whatever the columns hold
Column: TypeAlias = "Field[Any, Any]"  # Any: as above
AT_ONCE = 5_000  # rows that are handed over together


def insert(patterns: Sequence[Model], names: Sequence[str], rows: Iterable[Row]) -> None:
    """One row for each of `rows`: which pattern it is like, and its own values of the named fields.

    Moments have to be in UTC. The database's own rules hold; a model's `save` and signals are not
    called.
    """
    if not patterns:
        return
    meta = patterns[0]._meta
    own = [cast("Column", meta.get_field(name)) for name in names]
    shared = [field for field in meta.concrete_fields if _is_shared(field, own)]
    columns = ", ".join(connection.ops.quote_name(str(each.column)) for each in (*own, *shared))
    places = ", ".join(["%s"] * len((*own, *shared)))
    sql = f"INSERT INTO {meta.db_table} ({columns}) VALUES ({places})"  # noqa: S608  (names of ours)
    values = [tuple(_stored(field, pattern) for field in shared) for pattern in patterns]
    left = iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(left, AT_ONCE)):
            cursor.executemany(sql, [(*_plain(row), *values[place]) for place, row in some])


def _is_shared(field: Column, own: Sequence[object]) -> bool:
    is_given_by_database = isinstance(field, GeneratedField) or (
        field.primary_key and not field.has_default()
    )
    return field not in own and not is_given_by_database


def _stored(field: Column, pattern: Model) -> Any:  # Any: as above
    return field.get_db_prep_save(field.pre_save(pattern, add=True), connection)


def _plain(values: Iterable[Any]) -> Iterator[Any]:  # Any: as above
    """SQLite has no moments; what it keeps of one is its text without a zone."""
    is_sqlite = connection.vendor == "sqlite"
    for value in values:
        yield str(value)[:-6] if is_sqlite and hasattr(value, "tzinfo") else value
