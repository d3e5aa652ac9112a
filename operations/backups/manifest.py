"""What a backup says about itself: `manifest.json`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Self

from operations.backups import places
from operations.backups.files import Sum, sum_of
from operations.backups.problems import BackupFailed

FORMAT = 1


@dataclass(frozen=True)
class Contents:
    """What a database holds: how many rows each table has, and each app's migrations."""

    rows: Mapping[str, int]
    migrations: Mapping[str, Sequence[str]]

    @property
    def applied(self) -> set[tuple[str, str]]:
        """The migrations as Django names them: app and name."""
        return {(app, name) for app, names in self.migrations.items() for name in names}


@dataclass(frozen=True)
class Manifest:
    """Everything that is known about a backup without opening its files.

    `made_at` is a moment in UTC, by ISO 8601; `engine` is Django's word, sqlite or postgresql;
    `files` are named by their paths inside the backup.
    """

    made_at: str
    version: str
    engine: str
    contents: Contents
    files: Mapping[str, Sum]

    def text(self) -> str:
        """As it is written down."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1) + "\n"

    @classmethod
    def read(cls, backup: Path) -> Self:
        """Raises `BackupFailed` for what is no backup, or a newer one, or leads out of itself."""
        try:
            read = json.loads((backup / places.MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError as problem:
            words = f"{backup} is no complete backup: it has no {places.MANIFEST}"
            raise BackupFailed(words) from problem
        except (OSError, ValueError) as problem:
            raise BackupFailed(f"{backup / places.MANIFEST} cannot be read") from problem
        if isinstance(read, dict) and read.get("format", 0) != FORMAT:
            raise BackupFailed("this backup is written in a way that only a newer Broadside reads")
        try:
            manifest = cls._from(read)
        except (AttributeError, KeyError, TypeError) as problem:
            raise BackupFailed(f"{backup / places.MANIFEST} is damaged") from problem
        manifest._refuse_alien_names()
        return manifest

    @classmethod
    def _from(cls, read: dict[str, Any]) -> Self:  # Any: JSON
        files = {
            str(name): Sum(int(s["size"]), str(s["sha256"])) for name, s in read["files"].items()
        }
        rows = {str(table): int(number) for table, number in read["contents"]["rows"].items()}
        applied = read["contents"]["migrations"].items()
        migrations = {str(app): [str(name) for name in names] for app, names in applied}
        return cls(
            made_at=str(read["made_at"]),
            version=str(read["version"]),
            engine=str(read["engine"]),
            contents=Contents(rows=rows, migrations=migrations),
            files=files,
        )

    def _refuse_alien_names(self) -> None:
        """A path may not lead out of the folder that its file belongs into."""
        for name in self.files:
            if not (name in _own_names() or _is_below_media(name)):
                raise BackupFailed(f"{name!r} in the manifest is no file of a newsroom")

    def verify(self, backup: Path) -> None:
        """Reads every file; raises `BackupFailed` about the first that is not as it was."""
        if places.DATABASES.get(self.engine) not in self.files:
            raise BackupFailed("this backup has no database")
        for name, expected in self.files.items():
            path = backup / name
            if not path.parent.resolve().is_relative_to(backup.resolve()):
                raise BackupFailed(f"{name} is not in the backup: a link leads out of it")
            _verify(path, expected=expected, name=name)


def _own_names() -> set[str]:
    return {*places.DATABASES.values(), *places.KEPT_OF_DATA_DIR}


def _is_below_media(name: str) -> bool:
    path = PurePosixPath(name)
    is_plain = str(path) == name and not {"..", "."} & {*path.parts} and "\0" not in name
    return is_plain and len(path.parts) > 1 and path.parts[0] == places.MEDIA


def _verify(path: Path, *, expected: Sum, name: str) -> None:
    try:
        is_whole = path.stat().st_size == expected.size and sum_of(path) == expected
    except FileNotFoundError as problem:
        raise BackupFailed(f"{name} is missing from the backup") from problem
    except OSError as problem:
        raise BackupFailed(f"{name} cannot be read: {problem.strerror}") from problem
    if not is_whole:
        raise BackupFailed(f"{name} is damaged: it is not as it was when the backup was made")
