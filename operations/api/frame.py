"""The API itself: what it is called, how its errors read, and its addresses."""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from operations.api.door import nothing_here, reading_only
from operations.api.problem import problem
from operations.broken_pages import AWAY_SECONDS, IS_AWAY

logger = logging.getLogger(__name__)

Addresses = tuple[list[URLPattern | URLResolver], str, str]


def new_api(*, title: str, version: str, description: str) -> NinjaAPI:
    """An API without routes; it describes itself at `openapi.json` and loads nothing from afar."""
    api = NinjaAPI(
        title=title,
        version=version,
        description=description,
        docs_url=None,
        urls_namespace=f"api_v{version}",
    )
    api.exception_handler(Http404)(lambda request, _error: nothing_here(request))
    api.exception_handler(ValidationError)(_misread)
    api.exception_handler(HttpError)(_refused)
    for away in IS_AWAY:
        api.exception_handler(away)(_away)
    api.exception_handler(Exception)(_broken)
    return api


def addresses(api: NinjaAPI) -> Addresses:
    """Its addresses, each of which only reads; and whatever else is asked for below them."""
    patterns, app, namespace = api.urls
    return [*_guarded(patterns), path("<path:rest>", reading_only(nothing_here))], app, namespace


def _guarded(patterns: list[Any]) -> Iterator[URLPattern]:  # Any: ninja names no type
    for each in patterns:
        yield URLPattern(each.pattern, reading_only(each.callback), each.default_args, each.name)


def _misread(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {"where": ".".join(str(part) for part in each["loc"]), "why": str(each["msg"])}
        for each in error.errors
    ]
    detail = "The address asks for something that it cannot be asked for."
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)


def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(HTTPStatus(error.status_code), error.message)


def _away(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("%s at %s", type(error).__name__, request.path)
    answer = problem(HTTPStatus.SERVICE_UNAVAILABLE, "The newsroom is away for a moment.")
    answer["Retry-After"] = str(AWAY_SECONDS)
    return answer


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("the API broke at %s", request.path, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Something broke here; it has been noted.")
