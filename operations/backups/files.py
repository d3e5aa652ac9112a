"""Copies files a piece at a time, for their owner's eyes only, and says what was in them."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PIECE_BYTES = 1024 * 1024
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True)
class Sum:
    """What tells whether a file is as it was."""

    size: int
    sha256: str


def copy(source: Path, target: Path, *, mode: int = PRIVATE_FILE) -> Sum:
    """Copies what `source` holds into a new file, and says what that was; raises OSError.

    No link is followed, and no file that is there is written over.
    """
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as copied:
        os.fchmod(descriptor, mode)  # whatever the umask is
        digest, size = hashlib.sha256(), 0
        for piece in _pieces(source):
            copied.write(piece)
            digest.update(piece)
            size += len(piece)
    return Sum(size, digest.hexdigest())


def sum_of(path: Path) -> Sum:
    """What the file holds; raises OSError, for a link too."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(path):
        digest.update(piece)
        size += len(piece)
    return Sum(size, digest.hexdigest())


def _pieces(path: Path) -> Iterator[bytes]:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        while piece := file.read(PIECE_BYTES):
            yield piece


def walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything below a folder that is no folder, in the order of names; links are not followed.

    Nothing when there is no such folder.
    """
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        else:
            yield entry


def make_private(folder: Path) -> None:
    """The folder and all above it that are missing, for their owner alone; raises OSError."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def write_private(path: Path, content: str) -> None:
    """A new file that is on the disk when this returns; raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
