"""Settings of the log, and of who hears of errors."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

FORMATS = {
    "lines": "operations.log_lines.LineFormatter",
    "json": "operations.log_objects.ObjectFormatter",
}


def configuration(form: str, *, mails_errors: bool) -> dict[str, Any]:  # Any: Django's own shape
    """LOGGING, in the form of LOG_FORMAT: `lines` for people or `json` for programs."""
    if form not in FORMATS:
        raise ImproperlyConfigured(f"LOG_FORMAT must be lines or json, not {form!r}")
    handlers: dict[str, Any] = {"console": {"class": "logging.StreamHandler", "formatter": form}}
    if mails_errors:
        handlers["mail"] = {"class": "operations.error_mail.noting.NoteHandler", "level": "ERROR"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {name: {"()": path} for name, path in FORMATS.items()},
        "handlers": handlers,
        "root": {"handlers": list(handlers), "level": "INFO"},
        # A line for every task that began and ended well would bury the one that did not.
        "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "django_tasks_db")},
    }


def addresses(typed: str) -> tuple[str, ...]:
    """Of ERROR_MAIL_TO: who is told of errors; nobody by default."""
    found = tuple(each.strip() for each in typed.split(",") if each.strip())
    try:
        for address in found:
            validate_email(address)
    except ValidationError as error:
        raise ImproperlyConfigured(
            "ERROR_MAIL_TO must be e-mail addresses with commas between them, such as "
            "ana@example.org,ben@example.org"
        ) from error
    return found


def dsn(typed: str) -> str:
    """SENTRY_DSN as it was typed; the sentence names no part of it, for it holds a key."""
    parts = urlsplit(typed)
    is_address = parts.scheme in ("http", "https") and parts.username and parts.hostname
    if typed and not (is_address and parts.path.rpartition("/")[2].isdecimal()):
        raise ImproperlyConfigured("SENTRY_DSN must look like https://key@sentry.example.org/1")
    return typed
