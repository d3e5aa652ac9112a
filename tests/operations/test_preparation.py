"""From an empty data folder to a newsroom; each step only when it is needed."""

import gc
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from pytest_django.fixtures import Settings
from wagtail.models import Page, Site

from operations import preparation

Calls = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The management commands that a step calls."""
    made: Calls = []
    monkeypatch.setattr(
        preparation, "call_command", lambda name, **options: made.append((name, options))
    )
    return made


def names(calls: Calls) -> list[str]:
    return [name for name, _options in calls]


def test_database_file_is_its_owners_alone(tmp_path: Path) -> None:
    database = tmp_path / "data" / "newsroom.sqlite3"
    preparation.make_private(database)
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


@pytest.mark.django_db
def test_database_that_is_up_to_date_is_left_alone(calls: Calls) -> None:
    said: list[str] = []
    preparation.migrate(said.append)
    assert calls == []
    assert said == []


def test_migration_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Executor:
        class loader:  # noqa: N801
            class graph:  # noqa: N801
                leaf_nodes = staticmethod(list)

        def __init__(self, _connection: object) -> None:
            pass

        def migration_plan(self, _targets: object) -> list[str]:
            return ["a", "b", "c"]

    def call_command(name: str, *, stdout: Any, **options: Any) -> None:
        for _step in range(2):
            stdout.write("  Applying ...")
            stdout.write(" OK\n")

    monkeypatch.setattr(preparation, "MigrationExecutor", Executor)
    monkeypatch.setattr(preparation, "call_command", call_command)
    monkeypatch.setattr(preparation, "SAY_EVERY_SECONDS", 0)
    said: list[str] = []
    preparation.migrate(said.append)
    assert said[0] == "Preparing the database, 3 steps"
    assert said[-1] == "  2 of 3 steps"


def test_style_sheets_are_collected_again_only_when_one_changed(
    tmp_path: Path, settings: Settings, calls: Calls
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("@layer page;")
    settings.STATICFILES_DIRS = [source]
    stamp = tmp_path / "stamp"
    for _start in range(2):
        preparation.collect_static(stamp, say=lambda line: None)
    assert names(calls) == ["collectstatic"]
    (source / "page.css").write_text("@layer page, more;")
    preparation.collect_static(stamp, say=lambda line: None)
    assert names(calls) == ["collectstatic", "collectstatic"]


def test_collection_that_was_interrupted_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_interrupted(name: str, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preparation, "call_command", be_interrupted)
    with pytest.raises(KeyboardInterrupt):
        preparation.collect_static(tmp_path / "stamp", say=lambda line: None)
    assert not (tmp_path / "stamp").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("https://news.example.org", "news.example.org", 443),
        ("http://news.example.org", "news.example.org", 80),
        ("http://127.0.0.1:8123", "127.0.0.1", 8123),
    ],
)
def test_absolute_links_follow_site_url(address: str, host: str, port: int) -> None:
    Site.objects.filter(is_default_site=True).update(hostname="localhost")
    preparation.align_site(urlsplit(address))
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == (host, port)


@pytest.mark.django_db
def test_second_site_keeps_its_address() -> None:
    Site.objects.create(hostname="other.example.org", port=443, root_page=Page.objects.first())
    preparation.align_site(urlsplit("https://other.example.org"))
    assert Site.objects.filter(hostname="other.example.org").count() == 1


@pytest.mark.django_db
def test_first_run_makes_the_demo_and_an_administrator(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "get_commands", lambda: {"make_demo": "home"})
    credentials = preparation.found_newsroom(lambda line: None, with_demo=True)
    assert credentials is not None
    administrator = get_user_model().objects.get(username=credentials.name)
    assert administrator.is_superuser
    assert administrator.check_password(credentials.password)
    assert names(calls) == ["make_demo"]


@pytest.mark.django_db
def test_later_runs_make_nobody_and_tell_no_password(calls: Calls) -> None:
    preparation.found_newsroom(lambda line: None, with_demo=False)
    assert preparation.found_newsroom(lambda line: None, with_demo=True) is None
    assert get_user_model().objects.count() == 1
    assert calls == []


@pytest.mark.django_db
def test_first_run_that_was_interrupted_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def be_interrupted(name: str, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preparation, "get_commands", lambda: {"make_demo": "home"})
    monkeypatch.setattr(preparation, "call_command", be_interrupted)
    with pytest.raises(KeyboardInterrupt):
        preparation.found_newsroom(lambda line: None, with_demo=True)
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_no_two_newsrooms_get_the_same_password() -> None:
    passwords = {preparation._password() for _newsroom in range(100)}
    assert len(passwords) == 100
    assert all(len(password) == 19 for password in passwords)


def test_memory_is_looked_after_as_before_once_migrations_are_done() -> None:
    usual = gc.get_threshold()
    with suppress(KeyboardInterrupt), preparation._rare_collection():
        assert gc.get_threshold() == preparation.RARE_COLLECTION
        raise KeyboardInterrupt
    assert gc.get_threshold() == usual
