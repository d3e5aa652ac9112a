"""Checks of Django's: settings with which the newsroom must not even start, or does less."""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, register

TAG = "newsroom"
# SQLite waits so long for another writer, and no act of ours holds the lock for a second.
LEAST_TIMEOUT_SECONDS = 5
LEAST_TOKEN_LETTERS = 20
WAL = re.compile(r"PRAGMA\s+journal_mode\s*=\s*['\"]?WAL\b", re.IGNORECASE)


@register(TAG)
def sqlite_bears_writers(
    app_configs: Sequence[AppConfig] | None,
    **options: Any,  # Any: Django's own signature
) -> list[CheckMessage]:
    """Without any of the three half of all writes fail once two come at a time."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return []
    set_to = database.get("OPTIONS", {})
    found: list[CheckMessage] = []
    if not WAL.search(str(set_to.get("init_command", ""))):
        hint = 'Begin OPTIONS["init_command"] with "PRAGMA journal_mode=WAL;".'
        found.append(Error("SQLite runs without its journal (WAL).", hint, id="operations.E001"))
    if set_to.get("transaction_mode") not in ("IMMEDIATE", "EXCLUSIVE"):
        hint = 'Set OPTIONS["transaction_mode"] to "IMMEDIATE".'
        words = "SQLite's transactions begin by reading, and fail when they come to write."
        found.append(Error(words, hint, id="operations.E002"))
    if float(set_to.get("timeout", 0)) < LEAST_TIMEOUT_SECONDS:
        hint = f'Set OPTIONS["timeout"] to {LEAST_TIMEOUT_SECONDS} seconds at least.'
        found.append(Error("Writers of SQLite give up at once.", hint, id="operations.E003"))
    return found


@register(TAG)
def metrics_token_is_long(
    app_configs: Sequence[AppConfig] | None,
    **options: Any,  # Any: Django's own signature
) -> list[CheckMessage]:
    """A token that can be guessed opens /metrics to everybody."""
    if not settings.METRICS_TOKEN or len(settings.METRICS_TOKEN) >= LEAST_TOKEN_LETTERS:
        return []
    hint = "Make one by: openssl rand -hex 20"
    words = f"METRICS_TOKEN has fewer than {LEAST_TOKEN_LETTERS} letters."
    return [Error(words, hint, id="operations.E004")]


@register(TAG)
def sentry_is_installed(
    app_configs: Sequence[AppConfig] | None,
    **options: Any,  # Any: Django's own signature
) -> list[CheckMessage]:
    """The package is no part of the newsroom: few have such a server."""
    if not settings.SENTRY_DSN or has_sentry():
        return []
    hint = "Install it beside the newsroom: .venv/bin/pip install sentry-sdk"
    words = "SENTRY_DSN is set, but sentry-sdk is not installed: errors are not sent there."
    return [checks.Warning(words, hint, id="operations.W001")]


@register(TAG)
def mails_of_errors_can_leave(
    app_configs: Sequence[AppConfig] | None,
    **options: Any,  # Any: Django's own signature
) -> list[CheckMessage]:
    """Without a mail server nobody is told."""
    if not settings.ERROR_MAIL_TO or settings.HAS_MAIL:
        return []
    hint = "Set EMAIL_URL to your mail server's address."
    words = "ERROR_MAIL_TO is set, but there is no mail server: nobody is told of errors."
    return [checks.Warning(words, hint, id="operations.W002")]


def has_sentry() -> bool:
    """Whether errors can be sent to SENTRY_DSN."""
    return find_spec("sentry_sdk") is not None
