"""Backups to try things on."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from operations import backups

NIGHT = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)


def make_backup(destination: Path, *, after: timedelta = timedelta()) -> Path:
    """The newsroom as it is, as if some time after NIGHT."""
    return backups.take(destination, now=NIGHT + after, say=lambda line: None)


def change_manifest(backup: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Writes into the manifest what nobody should."""
    path = backup / "manifest.json"
    read = json.loads(path.read_text())
    change(read)
    path.write_text(json.dumps(read))
