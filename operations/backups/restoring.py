"""The way back from a backup, into a place where nothing is."""

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from operations.backups import places
from operations.backups.databases import Database, database
from operations.backups.files import Sum, copy, walk
from operations.backups.manifest import Contents, Manifest
from operations.backups.problems import BackupFailed, about_disk

Say = Callable[[str], object]

FOR_EVERYBODY = 0o644  # as Django leaves an upload: a web server in front may read it
WHICH_DATABASE = {
    "sqlite": "start without DATABASE_URL",
    "postgresql": "name an empty database of PostgreSQL in DATABASE_URL",
}


def restore(backup: Path, *, say: Say) -> None:
    """Brings a backup back; `say` takes lines. Raises `BackupFailed`.

    Whatever is refused is refused before anything is written; what fails later is taken back.
    """
    manifest = Manifest.read(backup)
    newsroom = database()
    _refuse_other_engine(manifest, here=newsroom.engine)
    _refuse_newer(manifest)
    _refuse_unless_empty(newsroom)
    manifest.verify(backup)
    say(f"{len(manifest.files)} files are as they were at {manifest.made_at}")
    try:
        _bring_back(backup, manifest=manifest, newsroom=newsroom)
    except OSError as problem:
        raise about_disk(problem, folder=Path(settings.DATA_DIR)) from problem
    _compare(manifest.contents, newsroom.contents(), say=say)
    if places.SECRET_KEY not in manifest.files:
        say("Its secret key is not in it: give the one of then as SECRET_KEY")
    if _unapplied(manifest.contents):
        say("It is of an older version; script/server brings the database up to date")


def _refuse_other_engine(manifest: Manifest, *, here: str) -> None:
    if manifest.engine != here:
        wanted = WHICH_DATABASE.get(manifest.engine, "use the version that made it")
        raise BackupFailed(f"this backup is of {manifest.engine}, and here is {here}: {wanted}")


def _refuse_newer(manifest: Manifest) -> None:
    unknown = sorted(manifest.contents.applied - _known_migrations())
    if unknown:
        app, name = unknown[0]
        raise BackupFailed(
            f"this backup is of Broadside {manifest.version}, newer than the code here, which does "
            f"not know {app}.{name}: get the newer code first"
        )


def _known_migrations() -> set[tuple[str, str]]:
    """What this code has, and what was squashed into it."""
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    replaced = {old for migration in migrations.values() for old in migration.replaces}
    return {*migrations, *replaced}


def _unapplied(contents: Contents) -> bool:
    leaves = MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes()
    return not contents.applied.issuperset(leaves)


def _refuse_unless_empty(newsroom: Database) -> None:
    """Not to be forced: whoever wants this place deletes by hand what is in it."""
    if not newsroom.is_empty():
        raise BackupFailed(
            "there is a database here already; a backup is restored into an empty place: name "
            "another DATA_DIR or an empty database in DATABASE_URL"
        )
    if next(walk(Path(settings.MEDIA_ROOT)), None) or places.place_of(places.LOOK).exists():
        raise BackupFailed(
            f"there are files of a newsroom in {settings.DATA_DIR}; name another DATA_DIR"
        )


def _bring_back(backup: Path, *, manifest: Manifest, newsroom: Database) -> None:
    """All files and then the database, or nothing but what settings make by themselves."""
    dump = places.DATABASES[manifest.engine]
    placed: list[Path] = []
    try:
        for name in [name for name in manifest.files if name not in (dump, *places.SECRETS)]:
            place = places.place_of(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            placed.append(place)
            _copy_checked(backup / name, place, expected=manifest.files[name], mode=FOR_EVERYBODY)
        for name in [name for name in places.SECRETS if name in manifest.files]:
            _replace(backup / name, places.place_of(name), expected=manifest.files[name])
        newsroom.load(backup / dump)
    except BaseException:
        newsroom.unload()
        for place in placed:
            place.unlink(missing_ok=True)
        raise


def _copy_checked(source: Path, target: Path, *, expected: Sum, mode: int = 0o600) -> None:
    """Somebody may have changed the file since it was verified."""
    if copy(source, target, mode=mode) != expected:
        raise BackupFailed(f"{source} changed while it was read")


def _replace(source: Path, target: Path, *, expected: Sum) -> None:
    """In one step: settings make these files themselves, before anything is restored."""
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        _copy_checked(source, draft, expected=expected)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _compare(expected: Contents, found: Contents, *, say: Say) -> None:
    wrong = [
        f"{table}: {number} rows in the backup, {found.rows.get(table, 0)} here"
        for table, number in expected.rows.items()
        if found.rows.get(table) != number
    ]
    if wrong:
        raise BackupFailed("not all of it came back; do not use it. " + "; ".join(wrong))
    say(f"{sum(expected.rows.values())} rows in {len(expected.rows)} tables are all back")
