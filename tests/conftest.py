"""What every test gets: a clock to pin, and the rules about what may be left out."""

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.signals import setting_changed
from django.db import connection
from django.urls import clear_url_caches
from django_tasks_db.models import DBTaskResult

from tests import sampling
from tests.browser.server import found
from tests.migrated import migrated_database
from tests.once import made_once, shared_folder
from tests.pages import found_newsroom
from tests.sampling import is_taken_on_postgresql

# The suite begins with all migrations, which are a third faster so (operations/preparation.py).
gc.set_threshold(50_000, 10, 100)


def forget_addresses(*, setting: str, **_change: object) -> None:
    """Django keeps what an address begins with, in whatever language is the newsroom's own."""
    if setting == "LANGUAGE_CODE":
        clear_url_caches()


setting_changed.connect(forget_addresses)

IN_MEMORY = "file:suite?mode=memory&cache=shared"
NEWSROOMS = {
    "newsroom of readers": ("test_reader_",),
    "newsroom of editors": (
        "test_editor_", "test_staff", "test_writing", "test_drafts", "test_captcha", "test_serve",
        "test_leaks", "test_scripts",
    ),
    "newsroom of moderators": (
        "test_desk", "test_bans", "test_alike", "test_appeals", "test_around_", "test_redaction",
        "test_transparency", "test_moderators_",
    ),
}  # fmt: skip


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool, django_db_modify_db_settings: None) -> Iterator[bool]:
    """On SQLite the suite begins with a copy of what was migrated before."""
    if connection.vendor != "sqlite":
        yield django_db_keepdb
        return
    connection.settings_dict["TEST"]["NAME"] = IN_MEMORY
    with (
        closing(sqlite3.connect(migrated_database())) as migrated,
        closing(sqlite3.connect(IN_MEMORY, uri=True)) as suite,
    ):
        migrated.backup(suite)
        yield True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Begin with a newsroom without posts, or each test would make one again."""
    with django_db_blocker.unblock():
        found_newsroom()
        DBTaskResult.objects.all().delete()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a newsroom after its first run, for the newsrooms of tests to begin with.

    One for all workers: the first run is most of what starting a newsroom costs.
    """
    return made_once(shared_folder(tmp_path_factory) / "founded", found)


NOON = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)  # noon on a Wednesday in New York


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Time stands still at NOON; `clock.shift(seconds)` and `clock.move_to(datetime)` move it."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups, and "-m" the marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what needs another database; has no more than four newsrooms started at once."""
    for item in items:
        if uses_the_database(item):
            item.add_marker(pytest.mark.database)
        if starts_a_newsroom(item):
            item.add_marker(pytest.mark.xdist_group(_newsroom_of(item)))
    left_out = {item for item in items if not is_for_this_database(item)}
    left_out |= set(sampling.left_out(items))
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def _newsroom_of(item: pytest.Item) -> str:
    """Whose newsroom a test works in: what one does there takes about as long as the others."""
    beginnings = NEWSROOMS.items()
    return next((whose for whose, own in beginnings if item.path.name.startswith(own)), "newsroom")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Each group on a worker of its own, or newsrooms would be started again and again.

    pytest-xdist tells its scheduler of groups by the ends of the tests' names.
    """
    if session.config.getoption("loadgroup", default=False):
        grouped = [item for item in session.items if item.get_closest_marker("xdist_group")]
        if not all("@" in item.nodeid for item in grouped):
            raise pytest.UsageError("this pytest-xdist does not know this pytest's groups")


def is_for_this_database(item: pytest.Item) -> bool:
    """Whether the test runs on the database of this run."""
    if connection.vendor == "postgresql":
        return is_taken_on_postgresql(item.path, item.nodeid)
    return not item.get_closest_marker("postgresql")


def uses_the_database(item: pytest.Item) -> bool:
    """Whether the test asks for the database, by itself or through what it asks for."""
    asked_for = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked_for or item.get_closest_marker("django_db"))


def starts_a_newsroom(item: pytest.Item) -> bool:
    """Whether the test works with the processes of a whole newsroom."""
    return bool(item.get_closest_marker("browser") or item.get_closest_marker("process"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a test that skips itself fails: there nothing may go untested unseen."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
