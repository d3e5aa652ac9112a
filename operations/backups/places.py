"""What of the data folder belongs into a backup beside the database, and under which name."""

from pathlib import Path

from django.conf import settings

MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
MEDIA = "media"
# The newsroom's own look is no secret, but part of what would be missed.
LOOK = "theme.css"
SECRET_KEY = "secret_key"  # noqa: S105  (the name of a file)
SECRETS = (SECRET_KEY, "newsroom.env")
KEPT_OF_DATA_DIR = (*SECRETS, LOOK)


def place_of(name: str) -> Path:
    """Where a file of a backup belongs in the newsroom; not for the database."""
    if name in KEPT_OF_DATA_DIR:
        return Path(settings.DATA_DIR, name)
    return Path(settings.MEDIA_ROOT, name.removeprefix(f"{MEDIA}/"))
