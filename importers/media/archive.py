"""The files of a zip, of which nothing is believed: neither names nor sizes."""

import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from importers.refusals import ImportRefused

# Albums of ten years stay far below.
MAX_MEMBERS = 100_000
MAX_TOTAL_BYTES = 20 * 1024**3
MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 10 * 1024**2
_ENCRYPTED_FLAG = 0x1
_NO_FILES = ("__MACOSX",)


def safe_members(
    path: Path, *, report: Callable[[str], None]
) -> Iterator[tuple[zipfile.ZipFile, zipfile.ZipInfo]]:
    """The archive and each member that may be read; unsafe names are reported and left out.

    Raises ImportRefused for what is no zip, is encrypted, or unpacks beyond the limits. Nothing
    is ever extracted by name.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise ImportRefused(_("%(name)s is no zip file.") % {"name": path.name}) from error
    members = archive.infolist()
    _refuse_beyond_limits(path.name, members)
    for member in members:
        if member.is_dir() or _is_noise(member.filename):
            continue
        if is_unsafe(member):
            report(f"{path.name}: a member with an unsafe name was left out")
            continue
        yield archive, member


def is_unsafe(member: zipfile.ZipInfo) -> bool:
    """Whether the name leads out of the archive, or the member is a link to somewhere."""
    name = member.filename
    parts = PurePosixPath(name).parts
    return (
        name.startswith("/")
        or ".." in parts
        or "\\" in name
        or name[1:2] == ":"
        or not name.isprintable()
        or stat.S_ISLNK(member.external_attr >> 16)
    )


def _is_noise(name: str) -> bool:
    path = PurePosixPath(name)
    return path.name.startswith("._") or path.parts[:1] == _NO_FILES


def _refuse_beyond_limits(name: str, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise ImportRefused(_("%(name)s is encrypted. Unpack it first.") % {"name": name})
    total = sum(member.file_size for member in members)
    if (
        len(members) > MAX_MEMBERS
        or total > MAX_TOTAL_BYTES
        or any(_swells(member) for member in members)
    ):
        raise ImportRefused(
            _("%(name)s holds too many files, or unpacks to far more than its size.")
            % {"name": name}
        )


def _swells(member: zipfile.ZipInfo) -> bool:
    is_large = member.file_size > RATIO_COUNTS_FROM_BYTES
    return is_large and member.file_size > MAX_RATIO * max(member.compress_size, 1)
