"""Runs `manage.py` as an operator does: in a process and a data folder of its own, on SQLite."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def manage(data_dir: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What it said, and its status."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(data_dir),
        "DATABASE_URL": "",
        "REDIS_URL": "",
        "EMAIL_URL": "console://",
        "SITE_URL": "http://127.0.0.1:8000",
        "SECRET_KEY": "",
    }
    return subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
