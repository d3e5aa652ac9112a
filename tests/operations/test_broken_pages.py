"""What people are told where a page broke: a database that is away is no fault of the page."""

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("problem", [OperationalError("disk is full"), InterfaceError("closed")])
def test_database_that_is_away_is_said_to_be(client, monkeypatch, problem) -> None:
    break_pages(monkeypatch, problem)
    answer = client.post("/admin/login/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "no-store" in answer["Cache-Control"]
    assert "The newsroom is away for a moment" in answer.content.decode()


@pytest.mark.parametrize("problem", [DatabaseError("a mistake"), ValueError("another")])
def test_mistake_of_ours_is_said_to_be_one(client, monkeypatch, problem) -> None:
    break_pages(monkeypatch, problem)
    answer = client.post("/admin/login/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()


def break_pages(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    """From now on the first middleware that needs a database raises this."""

    def raises(*_arguments: object, **_named: object) -> None:
        raise problem

    monkeypatch.setattr(
        "django.contrib.sessions.middleware.SessionMiddleware.process_request", raises
    )
