"""Asks the API as a program does."""

from typing import Any

from django.test import Client

HERE = "/api/v1/"


def ask(client: Client, address: str = "", **asked: Any) -> dict[str, Any]:
    """The answer at an address below the API's own."""
    response = client.get(f"{HERE}{address}", asked)
    assert response.status_code == 200, response.content
    return response.json()


def walk(client: Client, address: str, **asked: Any) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    told = ask(client, address, **asked)
    items = told["items"]
    while told["next"]:
        assert told["next"].startswith("http://testserver/")
        told = client.get(told["next"].removeprefix("http://testserver")).json()
        items += told["items"]
    return items


def refusal(client: Client, address: str, **asked: Any) -> dict[str, Any]:
    """What the API says instead of an answer."""
    response = client.get(f"{HERE}{address}", asked)
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == response.status_code
    return told
