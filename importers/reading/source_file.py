"""The file that an import reads."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from importers.refusals import ImportRefused

CHUNK_BYTES = 64 * 1024
# Enough to tell one format from another; a Blogger export begins with a template of 100 KiB.
HEAD_BYTES = 64 * 1024
_PACKED = {b"PK\x03\x04": "zip", b"\x1f\x8b": "gzip"}


class SourceFile:
    """A file on disk, read in chunks; `on_read` is told how many bytes were read so far."""

    def __init__(self, path: Path, *, on_read: Callable[[int], None] = lambda _bytes: None) -> None:
        if not path.is_file():
            raise ImportRefused(_("There is no file %(name)s.") % {"name": path.name})
        self.path = path
        self.size = path.stat().st_size
        self.on_read = on_read

    @property
    def name(self) -> str:
        """The file's name, without the folders above it."""
        return self.path.name

    def head(self) -> bytes:
        """The first 64 KiB. Raises ImportRefused for an unreadable, empty or packed file."""
        try:
            with self.path.open("rb") as file:
                head = file.read(HEAD_BYTES)
        except OSError as error:
            raise ImportRefused(
                _("The file %(name)s cannot be read: %(reason)s")
                % {"name": self.name, "reason": error.strerror}
            ) from error
        if not head.strip():
            raise ImportRefused(_("The file %(name)s is empty.") % {"name": self.name})
        for magic, packing in _PACKED.items():
            if head.startswith(magic):
                raise ImportRefused(
                    _("The file is packed (%(packing)s). Unpack it and import the file inside.")
                    % {"packing": packing}
                )
        return head

    def chunks(self) -> Iterator[bytes]:
        """The whole file."""
        done = 0
        with self.path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                done += len(chunk)
                yield chunk
                self.on_read(done)

    def sha256(self) -> str:
        """The digest by which a report names the file."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
