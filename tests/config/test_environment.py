import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from operations.client_address import TrustedProxies


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch):
    for name in ("SITE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "LANGUAGE", "TIME_ZONE",
                 "SECRET_KEY", "DATA_DIR"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


def test_an_empty_variable_is_an_unset_one(monkeypatch):
    monkeypatch.setenv("PORT", "  ")
    assert environment.text("PORT", "8000") == "8000"


def test_the_data_folder_is_made(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "a b" / "c"))
    assert environment.data_dir(tmp_path).is_dir()


def test_a_data_folder_that_cannot_be_made_is_said_plainly(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file" / "x"))
    with pytest.raises(ImproperlyConfigured, match="DATA_DIR"):
        environment.data_dir(tmp_path)


@pytest.mark.parametrize("address", ["news.example", "ftp://news.example", "https://"])
def test_a_site_address_that_is_none_is_refused(monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        environment.site_url("http://127.0.0.1:8000")


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    key = environment.secret_key(tmp_path)
    assert len(key) > 50
    assert environment.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_secret_key_from_the_environment_wins(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"


@pytest.mark.parametrize(
    ("shell", "language"),
    [("", "en"), ("es", "es"), ("es_MX:es", "es"), ("de_DE:en", "en"), ("C", "en")],
)
def test_the_first_runs_language_is_asked_of_the_shell_with_care(
    monkeypatch, tmp_path, shell, language
):
    monkeypatch.setenv("LANGUAGE", shell)
    assert environment.language(tmp_path, ["en", "es"]) == language


def test_later_runs_keep_the_language_of_the_first(monkeypatch, tmp_path):
    environment.remember(tmp_path, language="es", time_zone="America/Chicago")
    monkeypatch.setenv("LANGUAGE", "en")
    assert environment.language(tmp_path, ["en", "es"]) == "es"
    assert environment.time_zone(tmp_path) == "America/Chicago"


def test_what_was_remembered_is_never_overwritten(tmp_path):
    environment.remember(tmp_path, language="es", time_zone="America/Chicago")
    environment.remember(tmp_path, language="en", time_zone="UTC")
    assert environment.language(tmp_path, ["en", "es"]) == "es"


def test_the_zone_of_the_environment_wins(monkeypatch, tmp_path):
    environment.remember(tmp_path, language="es", time_zone="America/Chicago")
    monkeypatch.setenv("TIME_ZONE", "Europe/Madrid")
    assert environment.time_zone(tmp_path) == "Europe/Madrid"


def test_sqlite_is_the_default_with_the_measured_settings():
    database = environment.database(Path("/srv/my news"))
    assert database["NAME"] == "/srv/my news/newsroom.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "secure_delete=ON" in database["OPTIONS"]["init_command"]


def test_postgresql_is_one_address(monkeypatch):
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://ana:p%40ss@db.example:5433/news?sslmode=require"
    )
    database = environment.database(Path("/srv"))
    assert database["ENGINE"].endswith("postgresql")
    assert (database["USER"], database["PASSWORD"]) == ("ana", "p@ss")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "news")
    assert database["OPTIONS"]["sslmode"] == "require"


def test_postgresql_over_a_socket(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql:///news?host=/run/postgresql")
    database = environment.database(Path("/srv"))
    assert (database["HOST"], database["NAME"], database["PORT"]) == ("/run/postgresql", "news", "")


def test_another_database_is_refused_in_plain_words(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        environment.database(Path("/srv"))


def test_no_proxy_is_trusted_until_it_is_named(monkeypatch):
    monkeypatch.delenv("TRUSTED_PROXIES", raising=False)
    assert environment.trusted_proxies() == TrustedProxies()
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")
    assert environment.trusted_proxies() == TrustedProxies.parse("127.0.0.1,10.0.0.0/8")


def test_a_proxy_that_is_no_address_is_refused_in_plain_words(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "nginx")
    with pytest.raises(ImproperlyConfigured, match=r"TRUSTED_PROXIES must be .*nginx"):
        environment.trusted_proxies()


def test_redis_is_the_cache_when_it_is_given(monkeypatch):
    assert "locmem" in environment.cache()["BACKEND"]
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/0")
    assert "redis" in environment.cache()["BACKEND"]


def test_mail_goes_to_the_log_until_a_server_is_given(monkeypatch):
    assert "console" in environment.email()["EMAIL_BACKEND"]
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://a%40b:c@mail.example:587")
    mail = environment.email()
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"], mail["EMAIL_HOST_USER"]) == (
        "mail.example", 587, "a@b",
    )  # fmt: skip
    assert mail["EMAIL_USE_TLS"] is True
    assert mail["EMAIL_USE_SSL"] is False


def test_a_mail_address_of_another_kind_is_refused(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "sendgrid://x")
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        environment.email()
