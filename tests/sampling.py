"""How much a run takes of what takes long: the quick tier a sample, `TESTS=all` everything.

The drills `journeys`, `moderators` and `postgresql` take everything.
"""

import os
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

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
# What holds on every database or on none: half of it shows that. Locks, constraints, searches and
# what runs beside itself is tested whole on both.
LOGIC = (
    "accounts",
    "comments/appeals",
    "comments/irreversible",
    "comments/learning",
    "comments/moderation",
    "comments/notifications",
    "comments/transparency",
    "importers",
    "operations/outbox",
    "operations/signing_in",
)
MANY = 9  # cases of one test; of more the quick tier takes every third
TESTS = Path(__file__).parent
HEART = ("comments/spam", "comments/scrutiny", "comments/moderation")


def of(whole: T, *, sample: T) -> T:
    """Which of the two this run takes."""
    return whole if IS_WHOLE else sample


def is_taken_on_postgresql(path: Path, name: str) -> bool:
    """Whether a test that has run on SQLite runs on PostgreSQL, too; always the same ones do."""
    if IS_WHOLE or path.name in QUERIES:
        return True
    if is_below(path, LOGIC):
        return zlib.crc32(name.encode()) % 2 == 0
    if not is_below(path, SPEAKS_HTTP):
        return True
    return zlib.crc32(name.encode()) % ONE_OF == 0


def left_out(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """What the quick tier leaves to `TESTS=all`: what says so, and of many cases of one test that
    uses the database two of three. Always the same ones.

    The heart of comments is measured branch by branch: nothing of it is left out.
    """
    if IS_WHOLE:
        return
    for marker in ("looks", "long"):
        yield from (item for item in items if item.get_closest_marker(marker))
    cases = defaultdict(list)
    for item in items:
        is_browsed = item.get_closest_marker("browser")
        if hasattr(item, "callspec") and item.get_closest_marker("database") and not is_browsed:
            cases[item.nodeid.partition("[")[0]].append(item)
    for own in cases.values():
        if len(own) > MANY and not is_of_the_heart(own[0].path):
            yield from (item for number, item in enumerate(own) if number % 3)


def is_of_the_heart(path: Path) -> bool:
    """Whether script/test measures the branches that the tests of a file reach."""
    return path.parent == TESTS / "comments" or is_below(path, HEART)


def is_below(path: Path, folders: Iterable[str]) -> bool:
    """Whether a file of tests lies in one of these folders."""
    return any((TESTS / folder) in path.parents for folder in folders)
