"""Copies of the whole newsroom, made while it serves, and the way back from one.

A backup is a folder `broadside-YYYYmmdd-HHMMSS` (UTC): the database, the media folder, the secrets
and the look of the data folder, and `manifest.json`, which has the size and the SHA-256 of every
file. It is written under another name and gets its own at the very end, so that what goes by such
a name is complete.
"""

from operations.backups.problems import BackupFailed
from operations.backups.restoring import restore
from operations.backups.taking import take

__all__ = ["BackupFailed", "restore", "take"]
