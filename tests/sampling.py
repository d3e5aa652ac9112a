"""How much a run takes of what takes long: the quick tier a sample, `TESTS=all` everything.

The drills `journeys`, `moderators` and `postgresql` take everything.
"""

import os
import zlib
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

IS_WHOLE = os.environ.get("TESTS") == "all"
# What these folders test speaks HTTP or reads files, and is the same on every database. What it
# asks of one is tested whole, on both, by the tests of models, decisions, lists and searches.
SPEAKS_HTTP = (
    "abuse",
    "blog",
    "home",
    "importers/formats",
    "comments/around",
    "comments/desk",
    "comments/moderation_queue",
    "comments/spam_report",
    "comments/templatetags",
    "comments/views",
)
QUERIES = ("test_filters.py", "test_order.py", "test_tabs.py", "test_alike.py", "test_listed.py")
ONE_OF = 20
TESTS = Path(__file__).parent


def of(whole: T, *, sample: T) -> T:
    """Which of the two this run takes."""
    return whole if IS_WHOLE else sample


def is_taken_on_postgresql(path: Path, name: str) -> bool:
    """Whether a test that has run on SQLite runs on PostgreSQL, too; always the same ones do."""
    folder = path.relative_to(TESTS).parent.as_posix()
    if IS_WHOLE or path.name in QUERIES or not folder.startswith(SPEAKS_HTTP):
        return True
    return zlib.crc32(name.encode()) % ONE_OF == 0
