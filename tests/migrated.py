"""A migrated SQLite database, of which everything that begins with one takes a copy.

Migrations are most of what starting costs. The copy outlasts the run, until a migration, a package
or a setting changes.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.once import made_once

REPOSITORY = Path(__file__).resolve().parent.parent
KEPT_IN = REPOSITORY / ".pytest_cache"
DEPENDS_ON = ("*/migrations/*.py", "config/settings/*.py", "requirements.txt")
NAME = "newsroom.sqlite3"


def migrated_database() -> Path:
    """Its file, which is only for reading."""
    digest = hashlib.sha256()
    for path in sorted(path for each in DEPENDS_ON for path in REPOSITORY.glob(each)):
        digest.update(path.read_bytes())
    return made_once(KEPT_IN / f"migrated-{digest.hexdigest()[:16]}", _migrate) / NAME


def _migrate(folder: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / NAME}",
        "REDIS_URL": "",
    }
    command = [sys.executable, str(REPOSITORY / "manage.py"), "migrate", "--verbosity=0"]
    subprocess.run(command, env=environment, check=True)
