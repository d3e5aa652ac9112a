"""Settings of the newsroom that the drill `failures` runs: production's, with faults on demand.

The file named by FAULT_FILE says which function fails and how: "raise module:name" or
"dawdle module:name". Whatever it does not name runs as it always does.
"""

import os
import time
from functools import partial
from importlib import import_module
from pathlib import Path

from django.apps import AppConfig

from config.settings.production import *  # noqa: F403  (settings modules inherit by import)
from config.settings.production import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "faulty_newsroom.FaultyNewsroom"]
# A tenth of the product's budget, so that five hundred late answers take a minute, not ten.
BUDGET_SECONDS = 0.25
DAWDLE_SECONDS = 0.3
MANY = 1_000_000


class BrokenOnPurpose(Exception):
    """The fault of the drill."""


class FaultyNewsroom(AppConfig):
    """Puts the stand-ins in place, and lets one machine send as much as a crowd."""

    name = "faulty_newsroom"

    def ready(self) -> None:
        """Runs in every process of the newsroom."""
        from comments import attempts, conf, pace  # the apps are loaded only now
        from tests import faults

        conf.CHECK_BUDGET_SECONDS = BUDGET_SECONDS
        attempts.attempt.__kwdefaults__["budget_seconds"] = BUDGET_SECONDS
        import_module("comments.scrutiny.examine").BUDGETS_SECONDS.clear()
        pace.PAGE_IS_REFUSED_AFTER = pace.SITE_IS_REFUSED_AFTER = MANY
        for name in (*faults.ASKS_FOR_A_PERSON, *faults.CHANGES_NO_JUDGEMENT):
            faults.stand_in(name, partial(_misbehave, name))


def _misbehave(name: str) -> None:
    how, _space, wanted = Path(os.environ["FAULT_FILE"]).read_text().partition(" ")
    if wanted != name:
        return
    if how == "raise":
        raise BrokenOnPurpose
    time.sleep(DAWDLE_SECONDS)
