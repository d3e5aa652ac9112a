"""The picture files that came with an export, and which of them an old address means."""

import hashlib
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote_plus

from django.utils.translation import gettext as _

from importers.bodies.images import file_name, path_without_size
from importers.media.archive import safe_members
from importers.refusals import ImportRefused

# What one picture may have; larger ones are reported as missing.
MAX_IMAGE_BYTES = 20 * 1024**2
_SPACES = re.compile(r"[ +_]")
_COPY_NUMBER = re.compile(r"\(\d+\)(?=\.[^.]*$|$)")


class AmbiguousImage(Exception):
    """Several different files could be meant."""


@dataclass(frozen=True)
class MediaFile:
    """A file in a folder or an archive: its path there, its size, and how to read it."""

    path: str
    size: int
    read: Callable[[], bytes]


class MediaShelf:
    """Files by their names, as forgiving as the ways in which they were saved."""

    def __init__(self, places: Iterable[Path], *, report: Callable[[str], None]) -> None:
        self._files: dict[str, list[MediaFile]] = defaultdict(list)
        for place in places:
            for file in _files_in(place, report):
                if file.size <= MAX_IMAGE_BYTES:
                    self._files[comparable(PurePosixPath(file.path).name)].append(file)

    def find(self, url: str) -> MediaFile | None:
        """The file that an address means; None if there is none.

        Raises AmbiguousImage where several differ and none lies at the address's own path.
        """
        name = comparable(file_name(url))
        found = self._files.get(name, []) if name else []
        if len(found) <= 1 or _are_same(found):
            return found[0] if found else None
        path = path_without_size(url).casefold()
        nearer = [file for file in found if _ends_alike(path, file.path)]
        if len(nearer) != 1:
            raise AmbiguousImage(url)
        return nearer[0]


def comparable(name: str) -> str:
    """A file name without what saving changes: case, spaces in any spelling, `(1)` for a copy."""
    plain = unquote_plus(name).replace("_2B", "+").casefold()
    return _SPACES.sub("", _COPY_NUMBER.sub("", plain))


def _are_same(files: list[MediaFile]) -> bool:
    if len({file.size for file in files}) > 1:
        return False
    return len({hashlib.sha256(file.read()).digest() for file in files}) == 1


def _ends_alike(url_path: str, file_path: str) -> bool:
    """Whether folder and name are the same; a name alone is no more than was known already."""
    ending = PurePosixPath(file_path.casefold()).parts[-2:]
    return len(ending) > 1 and url_path.endswith("/".join(ending))


def _files_in(place: Path, report: Callable[[str], None]) -> Iterable[MediaFile]:
    if place.is_dir():
        return [_on_disk(path, place) for path in sorted(place.rglob("*")) if _is_file(path)]
    if place.is_file():
        return [_packed(archive, member) for archive, member in safe_members(place, report=report)]
    raise ImportRefused(_("There is no folder or file %(name)s.") % {"name": place.name})


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _on_disk(path: Path, folder: Path) -> MediaFile:
    return MediaFile(path.relative_to(folder).as_posix(), path.stat().st_size, path.read_bytes)


def _packed(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> MediaFile:
    return MediaFile(member.filename, member.file_size, lambda: _unpacked(archive, member))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(MAX_IMAGE_BYTES)
