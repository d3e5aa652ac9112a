"""What every answer of the API goes through: it reads only, tells 304, and who else may read it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from operations import feeds
from operations.api.problem import problem

View = Callable[..., HttpResponse]
READING = ("GET", "HEAD", "OPTIONS")
ANYBODY = "*"
# A page elsewhere may ask with this header, and need not ask for leave again for a day.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def reading_only(view: View) -> View:
    """A view of the API as it is asked by anybody: no method writes, no error is a page."""

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: str) -> HttpResponse:
        response = _answer(view, request, kwargs)
        response.setdefault("Allow", ", ".join(READING))
        _share(request, response)
        return response

    return wrapper


def _answer(view: View, request: HttpRequest, kwargs: dict[str, str]) -> HttpResponse:
    if request.method not in READING:
        return problem(HTTPStatus.METHOD_NOT_ALLOWED, "This API is for reading.")
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    request.method = "GET"  # the server leaves the body of an answer to HEAD out
    try:
        response = view(request, **kwargs)
    except Http404:
        return nothing_here(request)
    if response.status_code != HTTPStatus.OK:
        return response
    return feeds.send(request, response.content, content_type=response["Content-Type"])


def nothing_here(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """The answer where there is nothing, or nothing that everybody may read."""
    return problem(HTTPStatus.NOT_FOUND, "There is nothing here that everybody may read.")


def _share(request: HttpRequest, response: HttpResponse) -> None:
    """Let pages of the owner's choice read the answer; without one no page elsewhere may."""
    if not settings.API_ORIGINS:
        return
    is_for_all = ANYBODY in settings.API_ORIGINS
    if not is_for_all:
        patch_vary_headers(response, ["Origin"])
    origin = request.headers.get("Origin", "")
    if is_for_all or origin in settings.API_ORIGINS:
        response["Access-Control-Allow-Origin"] = ANYBODY if is_for_all else origin
        response["Access-Control-Expose-Headers"] = "ETag"
        if request.META["REQUEST_METHOD"] == "OPTIONS":
            for name, value in PREFLIGHT.items():
                response[name] = value
