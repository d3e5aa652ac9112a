"""The data folder: room, rights, style sheets, pictures."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection

from operations.doctor.finding import Finding, fault, good, warning
from operations.preparation import is_static_current

MEGABYTE = 1_000_000
FULL = 100 * MEGABYTE  # SQLite needs some to finish what it began
SCARCE = 1_000 * MEGABYTE
ENTERED_BY_OTHERS, WRITABLE_BY_OTHERS, LISTED_BY_OTHERS, OPEN_TO_OTHERS = 0o011, 0o022, 0o004, 0o077


def data_folder_is_private() -> Finding:
    """Nobody else on this machine changes it, or reads what is secret in it."""
    folder = Path(settings.DATA_DIR)
    mode = folder.stat().st_mode
    exposed = [path.name for path in _secrets(folder) if path.stat().st_mode & OPEN_TO_OTHERS]
    if exposed and mode & ENTERED_BY_OTHERS:
        return fault(
            f"other users of this machine may read {', '.join(exposed)}",
            fix=f"chmod 600 {' '.join(str(folder / name) for name in exposed)}",
        )
    if mode & WRITABLE_BY_OTHERS:
        return fault(
            f"other users of this machine may write in {folder}", fix=f"chmod 700 {folder}"
        )
    if mode & LISTED_BY_OTHERS:
        return warning(
            f"other users of this machine may look into {folder}",
            fix=f"chmod 700 {folder}, or 711 where a web server hands out its pictures",
        )
    return good(f"{folder} is for its owner alone")


def _secrets(folder: Path) -> Iterable[Path]:
    names = [folder / "secret_key"]
    if connection.vendor == "sqlite":
        database = Path(str(connection.settings_dict["NAME"]))
        names += [database, database.with_name(f"{database.name}-wal")]
    return [path for path in names if path.is_file()]


def data_folder_is_writable() -> Finding:
    """The newsroom can write where it has to."""
    return _is_writable(Path(settings.DATA_DIR), fix="chown it to the newsroom's user: chown -R")


def media_folder_is_writable() -> Finding:
    """Pictures can be uploaded."""
    folder = Path(settings.MEDIA_ROOT)
    if not folder.exists():  # the first upload makes it
        folder = Path(settings.DATA_DIR)
    return _is_writable(folder, fix="chown it to the newsroom's user: chown -R")


def _is_writable(folder: Path, *, fix: str) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return good(f"{folder} can be written")
    except OSError as problem:
        words = f"this user cannot write in {folder} ({problem.strerror})"
        return fault(words, fix=f"{fix} USER {folder}")


def disk_has_room() -> Finding:
    """A full disk stops every write."""
    free = shutil.disk_usage(settings.DATA_DIR).free
    words = f"{free // MEGABYTE:,} MB are free on the disk of {settings.DATA_DIR}"
    if free < FULL:
        return fault(words, fix="make room now: `backup --keep` and old logs are first to go")
    if free < SCARCE:
        return warning(words, fix="make room, or move DATA_DIR to a larger disk")
    return good(words)


def style_sheets_are_current() -> Finding:
    """What browsers load belongs to this code."""
    if not is_static_current(Path(settings.DATA_DIR, "static.stamp")):
        return fault(
            "the collected style sheets and scripts are not those of this code",
            fix="start the newsroom anew: script/server collects them",
        )
    return good("style sheets and scripts are those of this code")


CHECKS = (
    data_folder_is_private,
    data_folder_is_writable,
    media_folder_is_writable,
    disk_has_room,
    style_sheets_are_current,
)
