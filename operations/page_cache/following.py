"""Counts a change for every write to a table that public pages are made of.

It looks at statements, not at signals: `update()`, `bulk_create()` and SQL by hand send none. A
table that nobody thought of counts; those that no page shows are named in `settings.UNSEEN_TABLES`,
and with them those whose room counts by itself (`comments.effects`).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from operations.page_cache.changes import changed

WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|MERGE\s+INTO|COPY|"
    r"TRUNCATE(?:\s+TABLE)?)\s+[\"`]?(\w+)",
    re.IGNORECASE,
)
# To what such a statement writes is not looked for: it counts.
HIDDEN_WRITE = re.compile(r"\s*(?:WITH|--|/\*).*\b(?:INSERT|UPDATE|DELETE)\b", re.I | re.S)
Execute = Callable[..., Any]  # Any, here and below: whatever a cursor takes and gives


def start() -> None:
    """Follow every connection of this process from now on, but for what migrations write.

    Those come before the table in which changes are counted, and before the pages are served.
    """
    pre_migrate.connect(_pause, dispatch_uid="page cache")
    post_migrate.connect(_resume, dispatch_uid="page cache")
    _resume()


def stop() -> None:
    """Follow no more; for tests."""
    for signal in (pre_migrate, post_migrate):
        signal.disconnect(dispatch_uid="page cache")
    _pause()


def _resume(**_signal: object) -> None:
    connection_created.connect(_follow, dispatch_uid="page cache")
    if connection.connection is not None:
        _follow(connection=connection)


def _pause(**_signal: object) -> None:
    connection_created.disconnect(dispatch_uid="page cache")
    if count_change in connection.execute_wrappers:
        connection.execute_wrappers.remove(count_change)


def _follow(*, connection: BaseDatabaseWrapper, **_signal: object) -> None:
    if count_change not in connection.execute_wrappers:
        connection.execute_wrappers.append(count_change)


def count_change(
    execute: Execute,
    sql: str,
    params: Any,
    many: bool,
    context: dict[str, Any],
) -> Any:
    """Run a statement, and count a change if readers can see it, in the same transaction.

    Where there is none the count comes last: were it first, somebody could keep the page of before
    under it. SQLite then ends both together, for a row that was put in has yet to say its number.
    """
    answer = execute(sql, params, many, context)
    if is_seen(sql):
        changed()
    return answer


@lru_cache(maxsize=2_048)
def is_seen(sql: str) -> bool:
    """Whether a statement writes to a table that public pages may be made of."""
    written = WRITE.match(sql)
    return written[1] not in unseen_tables() if written else bool(HIDDEN_WRITE.match(sql))


@lru_cache(maxsize=1)
def unseen_tables() -> frozenset[str]:
    """The tables of the apps and models that settings name."""
    return frozenset(_tables(settings.UNSEEN_TABLES))


def _tables(labels: Iterable[str]) -> Iterator[str]:
    for label in labels:
        app, _dot, model = label.partition(".")
        whole = apps.get_app_config(app).get_models(include_auto_created=True)
        models = [apps.get_model(label)] if model else whole
        yield from (each._meta.db_table for each in models)
