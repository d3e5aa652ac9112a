"""With settings that lose writes nothing starts."""

import copy
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

from config import environment
from operations import checks
from operations.management.commands import serve

REPOSITORY = Path(checks.__file__).parents[1]


def found(database: dict[str, Any], settings: Settings) -> list[str | None]:
    settings.DATABASES = {"default": database}
    return [message.id for message in checks.sqlite_bears_writers(None)]


@pytest.fixture
def sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The settings of the newsroom's own SQLite."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return copy.deepcopy(environment.database(tmp_path))


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_our_own_settings_pass(sqlite: dict[str, Any], settings: Settings) -> None:
    assert found(sqlite, settings) == []


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
@pytest.mark.parametrize(
    ("option", "value", "number"),
    [
        ("init_command", "PRAGMA journal_mode=DELETE", "operations.E001"),
        ("init_command", "PRAGMA synchronous=NORMAL", "operations.E001"),
        ("init_command", "PRAGMA journal_mode=WALRUS", "operations.E001"),
        ("transaction_mode", "DEFERRED", "operations.E002"),
        ("transaction_mode", None, "operations.E002"),
        ("timeout", 4.9, "operations.E003"),
    ],
)
def test_each_worse_setting_is_an_error(
    option: str, value: object, number: str, sqlite: dict[str, Any], settings: Settings
) -> None:
    sqlite["OPTIONS"][option] = value
    assert found(sqlite, settings) == [number]


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_djangos_defaults_are_three_errors(settings: Settings) -> None:
    assert len(found({"ENGINE": "django.db.backends.sqlite3", "NAME": "x"}, settings)) == 3


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_postgresql_is_not_asked(settings: Settings) -> None:
    assert found({"ENGINE": "django.db.backends.postgresql", "NAME": "x"}, settings) == []


def test_where_errors_are_to_be_sent_and_nothing_can_send_them_it_is_said(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.SENTRY_DSN = "https://key@sentry.example.org/1"
    assert run_checks(tags=[checks.TAG]) == []
    monkeypatch.setattr(checks, "has_sentry", lambda: False)
    [message] = run_checks(tags=[checks.TAG])
    assert (message.id, "sentry-sdk" in message.hint) == ("operations.W001", True)
    assert not message.is_serious()


def test_mails_of_errors_that_cannot_leave_are_said(settings: Settings) -> None:
    settings.ERROR_MAIL_TO = ("ana@example.org",)
    assert run_checks(tags=[checks.TAG]) == []
    settings.HAS_MAIL = False
    assert [message.id for message in run_checks(tags=[checks.TAG])] == ["operations.W002"]


@pytest.mark.parametrize(("token", "number"), [("", 0), ("a" * 19, 1), ("a" * 20, 0)])
def test_token_that_can_be_guessed_is_an_error(token: str, number: int, settings: Settings) -> None:
    settings.METRICS_TOKEN = token
    assert len(run_checks(tags=[checks.TAG])) == number


def test_serve_asks_for_them() -> None:
    assert serve.Command.requires_system_checks == [checks.TAG]


def test_newsroom_does_not_start_with_one_of_them(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, REPOSITORY / "manage.py", "serve"],
        env=os.environ
        | {
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "METRICS_TOKEN": "guess me",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "operations.E004" in done.stderr) == (1, True)
    assert not (tmp_path / "newsroom.sqlite3").exists()
