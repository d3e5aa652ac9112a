"""Why there is no backup, or no way back from one, in sentences that say what to do about it."""

import errno
from pathlib import Path


class BackupFailed(Exception):
    """A backup could not be made, or not be restored; its words are for the operator."""


def about_disk(problem: OSError, *, folder: Path) -> BackupFailed:
    """What the disk that holds the folder would not do."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return BackupFailed(f"the disk that holds {folder} is full; make room, or name another")
    if isinstance(problem, PermissionError):
        return BackupFailed(f"this user may not use {problem.filename or folder}")
    where = problem.filename or folder
    return BackupFailed(f"{where} cannot be used: {problem.strerror or type(problem).__name__}")
