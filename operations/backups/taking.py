"""Makes a backup: all of it under another name, which becomes its own at the very end."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from operations.backups import places
from operations.backups.databases import database
from operations.backups.files import (
    PRIVATE_FOLDER,
    Sum,
    copy,
    make_private,
    sum_of,
    walk,
    write_private,
)
from operations.backups.keeping import PARTIAL, alone_in, forget_partial, name_at
from operations.backups.manifest import Manifest
from operations.backups.problems import BackupFailed, about_disk
from operations.version import broadside_version

Say = Callable[[str], object]


def take(destination: Path, *, now: datetime, say: Say) -> Path:
    """The folder of a new backup below `destination`; `now` is an aware time, `say` takes lines.

    Raises `BackupFailed`, and then leaves nothing of the backup behind.
    """
    destination = destination.resolve()
    _refuse_public(destination)
    try:
        make_private(destination)
        with alone_in(destination):
            forget_partial(destination)
            return _take(destination, now=now, say=say)
    except OSError as problem:
        raise about_disk(problem, folder=destination) from problem


def _refuse_public(destination: Path) -> None:
    """What lies below these is handed out to everybody."""
    for public in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        if destination.is_relative_to(Path(public).resolve()):
            raise BackupFailed(f"{destination} is open to the public; choose another folder")


def _take(destination: Path, *, now: datetime, say: Say) -> Path:
    name = name_at(now)
    if (destination / name).exists():
        raise BackupFailed(f"{destination / name} is there already; try again in a second")
    with _partial(destination / f"{PARTIAL}{name}") as partial:
        newsroom = database()
        dump = partial / places.DATABASES[newsroom.engine]
        # The database first: a picture that comes in later is one too many, and none is missing.
        contents = newsroom.dump(dump)
        manifest = Manifest(
            made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            version=broadside_version(),
            engine=newsroom.engine,
            contents=contents,
            files={dump.name: sum_of(dump)} | dict(_copied(partial, say=say)),
        )
        write_private(partial / places.MANIFEST, manifest.text())
        os.sync()
        partial.rename(destination / name)
        os.sync()
    return destination / name


@contextmanager
def _partial(folder: Path) -> Iterator[Path]:
    """A folder that is gone afterwards, unless it got another name."""
    folder.mkdir(mode=PRIVATE_FOLDER)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copied(partial: Path, *, say: Say) -> Iterator[tuple[str, Sum]]:
    """Copies what is no database, and names each file with its sum."""
    for name in places.KEPT_OF_DATA_DIR:
        if (source := places.place_of(name)).is_file():
            yield name, copy(source.resolve(), partial / name)
    if not places.place_of(places.SECRET_KEY).is_file():
        say("The secret key is in SECRET_KEY and not in the backup: keep it elsewhere")
    yield from _copied_media(partial, say=say)


def _copied_media(partial: Path, *, say: Say) -> Iterator[tuple[str, Sum]]:
    if settings.MEDIA_S3_BUCKET:
        say(f"Pictures and documents are in the bucket {settings.MEDIA_S3_BUCKET} and NOT in the")
        say("backup: let the bucket keep versions of its own (docs/install.md)")
    for entry in walk(Path(settings.MEDIA_ROOT)):
        path = Path(entry.path)
        if not entry.is_file(follow_symlinks=False):
            say(f"Left out, because it is no plain file: {path}")
            continue
        inside = f"{places.MEDIA}/{path.relative_to(settings.MEDIA_ROOT).as_posix()}"
        target = partial / inside
        make_private(target.parent)
        try:
            yield inside, copy(path, target)
        except FileNotFoundError:
            # Deleted since its folder was read, so the newsroom is better off without it.
            target.unlink(missing_ok=True)
