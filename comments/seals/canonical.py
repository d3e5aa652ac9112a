"""What of an event is sealed, byte for byte: every column, whatever database it is read from.

A column that joins an event later on must be left out here wherever it holds its default, or the
seals that stand would break.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from comments.models import DeskEvent, ModerationEvent

Table = Literal["desk", "event"]
MODELS: dict[Table, type[DeskEvent] | type[ModerationEvent]] = {
    "desk": DeskEvent,
    "event": ModerationEvent,
}
# Beside `actor`, which goes with an account; `actor_number` says the same and stays.
SEALED: dict[Table, tuple[str, ...]] = {
    "desk": ("id", "act", "actor_number", "subject", "data", "created_at"),
    "event": (
        "id",
        "comment_id",
        "action",
        "from_status",
        "to_status",
        "removed_by",
        "reason",
        "rule_version_id",
        "was_flagged",
        "actor_number",
        "undoes_id",
        "batch",
        "created_at",
    ),
}


def canonical(event: ModerationEvent | DeskEvent) -> bytes:
    """The event as one line of JSON in UTF-8, its keys sorted, its time in UTC."""
    table: Table = "event" if isinstance(event, ModerationEvent) else "desk"
    return canonical_row(table, {name: getattr(event, name) for name in SEALED[table]})


def canonical_row(table: Table, columns: Mapping[str, Any]) -> bytes:  # Any: of every type
    """The same of the columns of `SEALED`."""
    row = {"table": table} | {name: columns[name] for name in SEALED[table]}
    return json.dumps(
        row, default=_plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()


def digest_of(event: ModerationEvent | DeskEvent) -> str:
    """SHA-256 of the canonical event, in hexadecimal."""
    return hashlib.sha256(canonical(event)).hexdigest()


def digest_of_row(table: Table, columns: Mapping[str, Any]) -> str:
    """The same of the columns of `SEALED`."""
    return hashlib.sha256(canonical_row(table, columns)).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value))
