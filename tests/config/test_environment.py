import stat
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from operations.client_address import TrustedProxies


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch):
    for name in ("SITE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "EMAIL_FROM", "LANGUAGE",
                 "TIME_ZONE", "SECRET_KEY", "DATA_DIR"):  # fmt: skip
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


@pytest.mark.parametrize(
    ("query", "options"), [("", "-c jit=off"), ("?options=", ""), ("?options=-cx%3D1", "-cx=1")]
)
def test_postgresql_compiles_no_statements_unless_the_owner_says_otherwise(
    monkeypatch, query, options
):
    monkeypatch.setenv("DATABASE_URL", f"postgresql:///news{query}")
    assert environment.database(Path("/srv"))["OPTIONS"]["options"] == options


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
    assert "Redis" in environment.cache()["BACKEND"]


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


@pytest.mark.parametrize(
    ("address", "expected"), [("", False), ("console://", False), ("smtp://mail.example", True)]
)
def test_only_a_mail_server_counts_as_mail(monkeypatch, address, expected):
    monkeypatch.setenv("EMAIL_URL", address)
    assert environment.has_mail() == expected


@pytest.mark.parametrize(
    ("site", "sender"),
    [
        ("https://news.example.org", "newsroom@news.example.org"),
        ("http://127.0.0.1:8000", "newsroom@localhost"),
        ("http://[::1]:8000", "newsroom@localhost"),
    ],
)
def test_mail_comes_from_the_newsrooms_own_host(site, sender):
    assert environment.mail_sender(urlsplit(site)) == sender


@pytest.mark.parametrize("given", ["news@example.org", "Newsroom <news@example.org>"])
def test_mail_comes_from_whom_the_owner_says(monkeypatch, given):
    monkeypatch.setenv("EMAIL_FROM", given)
    assert environment.mail_sender(urlsplit("https://news.example.org")) == given


@pytest.mark.parametrize("given", ["nobody", "a@b.org, c@d.org", "a@b.org\nBcc: c@d.org"])
def test_a_sender_that_is_no_address_is_refused_before_any_mail_is_lost_by_it(monkeypatch, given):
    monkeypatch.setenv("EMAIL_FROM", given)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_FROM"):
        environment.mail_sender(urlsplit("https://news.example.org"))


def test_without_keys_there_is_no_captcha():
    assert environment.recaptcha_keys() == ("", "")
    assert environment.recaptcha_version() == 2


def test_both_keys_of_the_captcha_are_read(monkeypatch):
    monkeypatch.setenv("RECAPTCHA_SITE_KEY", "site")
    monkeypatch.setenv("RECAPTCHA_SECRET_KEY", "secret")
    monkeypatch.setenv("RECAPTCHA_VERSION", "3")
    assert environment.recaptcha_keys() == ("site", "secret")
    assert environment.recaptcha_version() == 3


@pytest.mark.parametrize("name", ["RECAPTCHA_SITE_KEY", "RECAPTCHA_SECRET_KEY"])
def test_one_key_alone_is_refused_in_plain_words(monkeypatch, name):
    monkeypatch.setenv(name, "a-key")
    with pytest.raises(ImproperlyConfigured, match="belong together") as refused:
        environment.recaptcha_keys()
    assert "a-key" not in str(refused.value)


def test_a_captcha_of_another_version_is_refused(monkeypatch):
    monkeypatch.setenv("RECAPTCHA_VERSION", "1")
    with pytest.raises(ImproperlyConfigured, match="RECAPTCHA_VERSION must be 2"):
        environment.recaptcha_version()


@pytest.mark.parametrize(("given", "share"), [("", 0.5), ("0", 0.0), ("0.7", 0.7), ("1.0", 1.0)])
def test_a_share_is_a_number_from_0_to_1(monkeypatch, given, share):
    monkeypatch.setenv("A_SHARE", given)
    assert environment.share("A_SHARE", 0.5) == share


@pytest.mark.parametrize("given", ["1.1", "-0.1", "nan", "half", "0,5"])
def test_another_share_is_refused_in_plain_words(monkeypatch, given):
    monkeypatch.setenv("A_SHARE", given)
    with pytest.raises(ImproperlyConfigured, match="A_SHARE must be a number from 0 to 1"):
        environment.share("A_SHARE", 0.5)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", ()),
        ("*", ("*",)),
        ("https://a.example, http://127.0.0.1:81", ("https://a.example", "http://127.0.0.1:81")),
    ],
)
def test_pages_that_may_read_the_api_are_named_by_their_origin(monkeypatch, said, meant):
    monkeypatch.setenv("API_ORIGINS", said)
    assert environment.api_origins() == meant


@pytest.mark.parametrize("said", ["a.example", "https://a.example/", "https://A.example", "null"])
def test_what_is_no_origin_is_refused(monkeypatch, said):
    monkeypatch.setenv("API_ORIGINS", said)
    with pytest.raises(ImproperlyConfigured, match="API_ORIGINS"):
        environment.api_origins()
