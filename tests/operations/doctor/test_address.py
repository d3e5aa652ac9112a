"""Faults of the newsroom's name are planted, and found."""

from urllib.parse import urlsplit

import pytest
from pytest_django import Settings
from wagtail.models import Site

from operations.client_address import TrustedProxies
from operations.doctor import Grade, address

PUBLIC = urlsplit("https://news.example.org")
PLAIN = urlsplit("http://news.example.org")
LOCAL = urlsplit("http://127.0.0.1:8000")
NOBODY, ONE = TrustedProxies(), TrustedProxies.parse("127.0.0.1")
SOCKET = TrustedProxies.parse("unix")


@pytest.mark.parametrize(
    ("url", "grade"), [(PUBLIC, Grade.GOOD), (LOCAL, Grade.GOOD), (PLAIN, Grade.FAULT)]
)
def test_passwords_that_travel_openly(url: object, grade: Grade, settings: Settings) -> None:
    settings.SITE_URL = url
    assert address.address_is_safe().grade == grade


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("host", "port", "grade"),
    [
        ("news.example.org", 443, Grade.GOOD),
        ("news.example.org", 80, Grade.WARNING),
        ("old.example.org", 443, Grade.WARNING),
    ],
)
def test_site_that_is_called_otherwise(
    host: str, port: int, grade: Grade, settings: Settings
) -> None:
    settings.SITE_URL = PUBLIC
    Site.objects.filter(is_default_site=True).update(hostname=host, port=port)
    assert address.address_is_the_sites().grade == grade


@pytest.mark.django_db
def test_default_site_that_is_missing(settings: Settings) -> None:
    Site.objects.all().delete()
    assert address.address_is_the_sites().grade == Grade.FAULT


@pytest.mark.parametrize(
    ("url", "bind", "proxies", "grade"),
    [
        (PUBLIC, "127.0.0.1", NOBODY, Grade.WARNING),
        (PUBLIC, "0.0.0.0", NOBODY, Grade.WARNING),
        (PLAIN, "127.0.0.1", NOBODY, Grade.WARNING),
        (PLAIN, "0.0.0.0", NOBODY, Grade.GOOD),  # readers come themselves
        (PUBLIC, "127.0.0.1", ONE, Grade.GOOD),
        (PUBLIC, "127.0.0.1", SOCKET, Grade.GOOD),
        (LOCAL, "127.0.0.1", NOBODY, Grade.GOOD),
    ],
)
def test_web_server_that_is_not_named(
    url: object, bind: str, proxies: TrustedProxies, grade: Grade, settings: Settings
) -> None:
    settings.SITE_URL, settings.BIND, settings.TRUSTED_PROXIES = url, bind, proxies
    assert address.proxies_are_named().grade == grade
