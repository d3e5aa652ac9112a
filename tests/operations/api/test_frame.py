import json
import logging

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from ninja.errors import HttpError

from operations.api import addresses, new_api


@pytest.fixture
def broken():
    api = new_api(title="Test", version="test", description="")

    @api.get("/broken")
    def breaks(request):
        raise RuntimeError("secret words")

    @api.get("/away")
    def is_away(request):
        raise OperationalError("secret words")

    @api.get("/refused")
    def refuses(request):
        raise HttpError(422, "No.")

    return api


def call(api, path):
    patterns, _app, _namespace = addresses(api)
    found = URLResolver(RegexPattern(r"^"), patterns).resolve(path)
    return found.func(RequestFactory().get(f"/{path}"), *found.args, **found.kwargs)


def test_what_breaks_is_logged_and_says_nothing_of_itself(broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = call(broken, "broken")
    assert (response.status_code, b"secret" in response.content) == (500, False)
    assert response["Content-Type"] == "application/problem+json"
    assert "secret words" in caplog.text


def test_database_that_is_away_is_said_to_be(broken):
    response = call(broken, "away")
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert b"secret" not in response.content


def test_a_refusal_says_why(broken):
    response = call(broken, "refused")
    told = {"type": "about:blank", "status": 422, "detail": "No."}
    assert told.items() <= json.loads(response.content).items()


def test_nothing_is_loaded_to_show_the_description(broken):
    names = [pattern.name for pattern in addresses(broken)[0]]
    assert ("openapi-json" in names, "openapi-view" in names) == (True, False)


def test_every_address_below_has_an_answer(broken):
    try:
        assert call(broken, "any/thing").status_code == 404
    except Resolver404:
        pytest.fail("nobody answers")
