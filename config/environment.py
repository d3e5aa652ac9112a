"""Typed readers for what the environment says; the settings modules are built from them.

Every reader takes the variable's name and a default and raises `ImproperlyConfigured`
with a sentence that tells the operator what to write instead.
"""

import os
import re
import secrets
from email.utils import parseaddr
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.mail.message import sanitize_address
from django.core.validators import validate_email

from operations.client_address import TrustedProxies

SQLITE_BUSY_TIMEOUT_SECONDS = 20
# Measured on two cores with 16 writers: the only combination without "database is locked".
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; "
    "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
)
REMEMBERED_FILE = "newsroom.env"
# As browsers write it: no path, no user, in small letters.
ORIGIN = re.compile(r"https?://[a-z0-9.\[\]:-]+")
POSTGRES_SCHEMES = ("postgres", "postgresql")
# PostgreSQL compiles a statement that it takes for costly, which took 430 of 450 ms of a search.
# A pool that refuses options wants `?options=` in DATABASE_URL.
POSTGRESQL_OPTIONS = {"options": "-c jit=off"}


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding white space, or the default when unset or empty."""
    return os.environ.get(name, "").strip() or default


def folder(name: str, default: Path) -> Path:
    """An absolute folder path."""
    return Path(text(name, str(default))).expanduser().resolve()


def data_dir(default: Path) -> Path:
    """DATA_DIR, made on first use: it holds everything that is not code."""
    path = folder("DATA_DIR", default)
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The data folder {path} cannot be made ({error.strerror}); set DATA_DIR to a place "
            "where you may write."
        ) from error
    return path


def site_url(default: str) -> SplitResult:
    """SITE_URL, split; raises when it is no absolute http(s) address."""
    parts = urlsplit(text("SITE_URL", default))
    is_address = parts.scheme in ("http", "https") and parts.hostname and _has_valid_port(parts)
    if not is_address or parts.path not in ("", "/") or parts.query:
        raise ImproperlyConfigured(
            "SITE_URL must be a whole address without a path, such as https://news.example.org"
        )
    return parts


def _has_valid_port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def number(name: str, default: int, *, largest: int = 65_535) -> int:
    """A whole number from 1 to `largest`."""
    value = text(name, str(default))
    if not value.isdecimal() or not 1 <= int(value) <= largest:
        raise ImproperlyConfigured(f"{name} must be a number from 1 to {largest}, not {value!r}")
    return int(value)


def share(name: str, default: float) -> float:
    """A number from 0 to 1."""
    value = text(name, str(default))
    if not re.fullmatch(r"0(\.\d+)?|1(\.0+)?", value, re.ASCII):
        raise ImproperlyConfigured(f"{name} must be a number from 0 to 1, not {value!r}")
    return float(value)


def recaptcha_keys() -> tuple[str, str]:
    """RECAPTCHA_SITE_KEY and RECAPTCHA_SECRET_KEY; both are "" when there is no captcha."""
    keys = text("RECAPTCHA_SITE_KEY"), text("RECAPTCHA_SECRET_KEY")
    if any(keys) and not all(keys):
        raise ImproperlyConfigured(
            "RECAPTCHA_SITE_KEY and RECAPTCHA_SECRET_KEY belong together: give both, or neither"
        )
    return keys


def recaptcha_version() -> int:
    """RECAPTCHA_VERSION: 2, a box to tick, or 3, a score."""
    version = text("RECAPTCHA_VERSION", "2")
    if version not in ("2", "3"):
        raise ImproperlyConfigured(
            f"RECAPTCHA_VERSION must be 2 (a box to tick) or 3 (a score), not {version!r}"
        )
    return int(version)


def trusted_proxies() -> TrustedProxies:
    """TRUSTED_PROXIES, whose X-Forwarded-For is believed; nobody's unless they are named."""
    try:
        return TrustedProxies.parse(text("TRUSTED_PROXIES"))
    except ValueError as error:
        raise ImproperlyConfigured(
            "TRUSTED_PROXIES must be addresses or networks with commas between them, such as "
            f"127.0.0.1,10.0.0.0/8: {error}"
        ) from error


def api_origins() -> tuple[str, ...]:
    """API_ORIGINS: whose pages may read the API from a browser; `*` for everybody's."""
    origins = tuple(each.strip() for each in text("API_ORIGINS").split(",") if each.strip())
    for origin in origins:
        if origin != "*" and not ORIGIN.fullmatch(origin):
            raise ImproperlyConfigured(
                "API_ORIGINS must be origins with commas between them, such as "
                f"https://example.org,https://map.example.org, or *: not {origin!r}"
            )
    return origins


def secret_key(data_dir: Path) -> str:
    """SECRET_KEY, else the key in the data folder, made there once for its owner's eyes only."""
    if given := text("SECRET_KEY"):
        return given
    path = data_dir / "secret_key"
    if not path.exists():
        _create_once(path, secrets.token_urlsafe(64))
    return path.read_text().strip()


def _create_once(path: Path, content: str) -> None:
    """Publish a finished file under its name; raises a sentence about DATA_DIR when it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _publish(path, content)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{path} cannot be written ({problem.strerror}); "
            "DATA_DIR must name a folder that this user may write in, on a disk with room"
        ) from problem


def _publish(path: Path, content: str) -> None:
    """Of two processes that write at once the first one wins, and none sees half a file."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def remembered(data_dir: Path) -> dict[str, str]:
    """What the first run wrote down in `newsroom.env` (LANGUAGE, TIME_ZONE); empty before it."""
    path = data_dir / REMEMBERED_FILE
    lines = path.read_text().splitlines() if path.exists() else []
    return dict(line.split("=", 1) for line in lines if "=" in line)


def remember(data_dir: Path, *, language: str, time_zone: str) -> None:
    """Write the first run's choices down; an existing file stays as it is."""
    path = data_dir / REMEMBERED_FILE
    if not path.exists():
        _create_once(path, f"LANGUAGE={language}\nTIME_ZONE={time_zone}\n")


def language(data_dir: Path, known: list[str]) -> str:
    """The default language: the one of the first run, because addresses without a prefix speak it.

    Before the first run LANGUAGE chooses. Shells set LANGUAGE too, as in "es_MX:es",
    so only its first two letters count, and only when they name a known language.
    """
    wanted = remembered(data_dir).get("LANGUAGE") or text("LANGUAGE")[:2].lower()
    return wanted if wanted in known else known[0]


def time_zone(data_dir: Path) -> str:
    """The newsroom's IANA zone: TIME_ZONE, else the one of the first run, else New York."""
    name = text("TIME_ZONE") or remembered(data_dir).get("TIME_ZONE", "America/New_York")
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ImproperlyConfigured(
            f"TIME_ZONE must be a name such as America/Chicago, not {name!r}"
        ) from error


def database(data_dir: Path) -> dict[str, Any]:  # Any: Django's own shape for DATABASES
    """The `default` entry of DATABASES: SQLite in the data folder, or what DATABASE_URL names."""
    url = urlsplit(text("DATABASE_URL", f"sqlite:///{data_dir / 'newsroom.sqlite3'}"))
    if url.scheme == "sqlite":
        return _sqlite(unquote(url.path)[1:])
    if url.scheme in POSTGRES_SCHEMES:
        return _postgresql(url)
    raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite:///")


def _sqlite(path: str) -> dict[str, Any]:  # Any: Django's own shape for DATABASES
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": SQLITE_BUSY_TIMEOUT_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgresql(url: SplitResult) -> dict[str, Any]:  # Any: Django's own shape for DATABASES
    options = POSTGRESQL_OPTIONS | dict(parse_qsl(url.query, keep_blank_values=True))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def cache() -> dict[str, Any]:  # Any: Django's own shape for CACHES
    """The `default` entry of CACHES: this process's memory, or Redis by REDIS_URL."""
    if url := text("REDIS_URL"):
        return {"BACKEND": "operations.forgiving_cache.ForgivingRedisCache", "LOCATION": url}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def has_mail() -> bool:
    """Whether EMAIL_URL names a mail server; the console is none."""
    return urlsplit(text("EMAIL_URL", "console://")).scheme != "console"


def mail_sender(site_url: SplitResult) -> str:
    """EMAIL_FROM, else newsroom@ the newsroom's own host; a bare IP address is no mail domain."""
    host = str(site_url.hostname)
    sender = text("EMAIL_FROM")
    if not sender:
        return "newsroom@localhost" if _is_ip_address(host) else f"newsroom@{host}"
    try:
        validate_email(parseaddr(sanitize_address(sender, "utf-8"))[1])
    except (ValueError, ValidationError) as error:
        raise ImproperlyConfigured(
            "EMAIL_FROM must look like news@example.org or Newsroom <news@example.org>"
        ) from error
    return sender


def _is_ip_address(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def email() -> dict[str, Any]:  # Any: settings of several types
    """Django's e-mail settings from EMAIL_URL (smtp, smtp+tls, smtp+ssl); the log without it."""
    url = urlsplit(text("EMAIL_URL", "console://"))
    if url.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme not in ("smtp", "smtp+tls", "smtp+ssl"):
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@mail.example.org:587"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname or "localhost",
        "EMAIL_PORT": url.port or 25,
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtp+ssl",
        "EMAIL_TIMEOUT": 10,
    }
