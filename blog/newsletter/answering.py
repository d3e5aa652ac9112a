"""How the pages of news by mail answer: kept in no cache, in no search engine."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control

View = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """After a post: look there, with GET."""

    status_code = 303


def never_stored(view: View) -> View:
    """Keep the answer out of every cache and every search engine."""

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: str) -> HttpResponse:
        response = view(request, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


def speak(
    request: HttpRequest, name: str, context: dict[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a page of templates/blog/newsletter/ in the language of the moment, and name it."""
    response = render(request, f"blog/newsletter/{name}.html", context, status=status)
    response["Content-Language"] = translation.get_language()
    return response
