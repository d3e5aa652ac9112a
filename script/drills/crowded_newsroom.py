"""Settings of the newsroom that the drill `faults` runs: production's, with room for a crowd.

Two thousand readers in a minute are held or refused by numbers that are meant for raids; here they
would hide what a fault did. The file named by CLOCK_FILE says by how many seconds the clock of its
processes is ahead; with libfaketime, which could turn any program's, gunicorn does not run.
"""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from django.apps import AppConfig

from config.settings.production import *  # noqa: F403  (settings modules inherit by import)
from config.settings.production import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "crowded_newsroom.CrowdedNewsroom"]
MANY = 1_000_000


class CrowdedNewsroom(AppConfig):
    """Lets pages and the site take as much as a crowd sends, by a clock that can be turned."""

    name = "crowded_newsroom"

    def ready(self) -> None:
        """Runs in every process of the newsroom."""
        from django.utils import timezone

        from comments import pace  # the apps are loaded only now

        pace.PAGE_IS_HELD_AFTER = pace.SITE_IS_HELD_AFTER = MANY
        pace.PAGE_IS_REFUSED_AFTER = pace.SITE_IS_REFUSED_AFTER = MANY
        file, true_time = Path(os.environ["CLOCK_FILE"]), time.time
        time.time = lambda: true_time() + float(file.read_text() or 0)
        timezone.now = lambda: datetime.fromtimestamp(time.time(), UTC)
