"""The dumps of earlier newsrooms: a folder each, with a backup for every kind of database."""

import json
import os
import tarfile
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
COUNTS = "counts.json"
# The key of all dumps: it is no secret, and none of them has another.
KEY = "for tests only"


def environment(data_dir: Path, database_url: str) -> dict[str, str]:
    """What commands of a newsroom in this place run with, whatever the shell says."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(data_dir),
        "DATABASE_URL": database_url,
        "REDIS_URL": "",
        "EMAIL_URL": "console://",
        "SITE_URL": "http://127.0.0.1:8000",
        "SECRET_KEY": KEY,
        "LANGUAGE": "en",
        "TIME_ZONE": "America/New_York",
        "MEDIA_S3_BUCKET": "",
    }


def engine_of(database_url: str) -> str:
    """Django's word for the kind of database."""
    return "postgresql" if urlsplit(database_url).scheme.startswith("postgres") else "sqlite"


def packed(folder: Path, engine: str) -> Path:
    """The file of a dump."""
    return folder / f"{engine}.tar.xz"


def pack(backup: Path, target: Path) -> None:
    """A backup as one small file, which tells nothing of who made it."""

    def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    with tarfile.open(target, "w:xz", preset=9) as archive:
        archive.add(backup, arcname=backup.name, filter=nobodys)


def unpack(dump: Path, place: Path) -> Path:
    """The backup that was packed."""
    with tarfile.open(dump) as archive:
        archive.extractall(place, filter="data")
    [backup] = place.iterdir()
    return backup


def counted(folder: Path) -> dict[str, object]:
    """What was in the newsroom when it was dumped."""
    return json.loads((folder / COUNTS).read_text())
