"""What programs that watch are told, and what nobody is told by them."""

import json
import re

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from time_machine import Traveller

from operations import leases

TOKEN = "0123456789abcdef0123"
ADDRESSES = ("/healthz", "/readyz", "/metrics")


def test_living_process_says_so_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_newsroom_that_can_serve_is_ready(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    leases.renew("alive", now=timezone.now())
    client.get("/readyz")
    with django_assert_max_num_queries(3):
        answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"database": True, "migrations": True, "worker": True}


@pytest.mark.django_db
def test_newsroom_whose_worker_died_is_not(client: Client, clock: Traveller) -> None:
    leases.renew("dies", now=timezone.now())
    clock.shift(leases.LEASE.total_seconds() + 1)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"database": True, "migrations": True, "worker": False}


@pytest.mark.django_db
def test_newsroom_with_an_older_database_is_not(client: Client) -> None:
    leases.renew("alive", now=timezone.now())
    MigrationRecorder.Migration.objects.filter(app="sessions").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["migrations"]) == (503, False)


def test_newsroom_without_its_database_is_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: MigrationRecorder) -> object:
        raise OperationalError("could not connect to 10.0.0.7")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", refuse)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"database": False, "migrations": False, "worker": False}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("token", "given"),
    [
        ("", None),
        ("", "Bearer "),
        (TOKEN, None),
        (TOKEN, "Bearer "),
        (TOKEN, TOKEN),
        (TOKEN, f"Basic {TOKEN}"),
        (TOKEN, f"bearer {TOKEN}"),
        (TOKEN, f"Bearer {TOKEN}4"),
        (TOKEN, f"Bearer {TOKEN[:-1]}"),
        (TOKEN, "Bearer ñ"),
    ],
)
def test_numbers_are_not_there_for_whoever_has_no_token(
    token: str, given: str | None, client: Client, settings: Settings
) -> None:
    settings.METRICS_TOKEN = token
    headers = {"Authorization": given} if given else {}
    assert client.get("/metrics", headers=headers).status_code == 404


@pytest.mark.django_db
def test_numbers_are_there_for_whoever_has_the_token(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "\nbroadside_workers_alive 0\n" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_cache_keeps_an_answer_and_nobody_gets_a_cookie(
    address: str, client: Client, settings: Settings
) -> None:
    settings.METRICS_TOKEN = TOKEN
    answer = client.get(address, headers={"Authorization": f"Bearer {TOKEN}"})
    assert {"private", "no-store"} == {*answer["Cache-Control"].split(", ")}
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_answer_has_no_version_no_host_and_no_secret(
    address: str, client: Client, settings: Settings
) -> None:
    settings.METRICS_TOKEN = TOKEN
    leases.renew("the-worker", now=timezone.now())
    said = client.get(address, headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    assert not re.search(r"\d+\.\d+\.\d+", said)
    for secret in (TOKEN, settings.SECRET_KEY, "testserver", "the-worker"):
        assert secret not in said


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_probe_on_the_machine_needs_no_https(
    address: str, client: Client, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(address).status_code != 301
    assert client.get(f"{address}x").status_code == 301
    assert client.get(f"/news{address}").status_code == 301


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_sent_there(address: str, client: Client) -> None:
    assert client.post(address).status_code == 405
    assert client.head("/healthz").content == b""


def test_ready_speaks_json_and_nothing_else(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        MigrationRecorder,
        "applied_migrations",
        lambda self: (_ for _ in ()).throw(OperationalError),
    )
    answer = client.get("/readyz")
    assert answer["Content-Type"] == "application/json"
    assert {*json.loads(answer.content).values()} == {False}
