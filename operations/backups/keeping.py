"""Which backups there are in a folder, and which of them may go."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from operations.backups.places import MANIFEST
from operations.backups.problems import BackupFailed, about_disk

NAME = re.compile(r"broadside-\d{8}-\d{6}")
WRITTEN = "broadside-%Y%m%d-%H%M%S"
# What goes by such a name is being written or being deleted.
PARTIAL = ".partial-"


def name_at(now: datetime) -> str:
    """The name of a backup that is made at an aware time."""
    return now.astimezone(UTC).strftime(WRITTEN)


def made_at(backup: Path) -> datetime:
    """When a backup was made, by its name."""
    return datetime.strptime(backup.name, WRITTEN).replace(tzinfo=UTC)


def complete(destination: Path) -> list[Path]:
    """The complete backups in a folder, the oldest first; none if there is no such folder."""
    if not destination.is_dir():
        return []
    named = [path for path in destination.iterdir() if NAME.fullmatch(path.name)]
    return sorted(path for path in named if (path / MANIFEST).is_file())


def keep_newest(destination: Path, *, number: int) -> list[Path]:
    """Deletes all complete backups but the newest `number`, and says which; `BackupFailed`."""
    old = complete(destination)[:-number]
    try:
        with alone_in(destination):
            for backup in old:
                # Its name goes first, so that half of it is never taken for a backup.
                leaving = backup.with_name(PARTIAL + backup.name)
                backup.rename(leaving)
                shutil.rmtree(leaving)
    except OSError as problem:
        raise about_disk(problem, folder=destination) from problem
    return old


def forget_partial(destination: Path) -> None:
    """Deletes what a killed process left; call it inside `alone_in`."""
    for path in destination.glob(f"{PARTIAL}broadside-*"):
        shutil.rmtree(path)


@contextmanager
def alone_in(destination: Path) -> Iterator[None]:
    """Nobody else makes or deletes backups there meanwhile; raises `BackupFailed` if they do.

    The lock goes with the process, however that ends.
    """
    descriptor = os.open(destination, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as problem:
        raise BackupFailed(f"another backup is being made in {destination}") from problem
    finally:
        os.close(descriptor)
