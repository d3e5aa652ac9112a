"""What every response says about caching, which language a path speaks, and what is no path."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import has_vary_header, patch_cache_control

View = Callable[[HttpRequest], HttpResponse]


class CacheControlMiddleware:
    """Marks what may be shared between readers, and what is one person's alone.

    A response is private as soon as a session cookie came with the request, a cookie goes out
    with the answer or changes it, or the answer is no plain success; views may say `no-store`
    themselves.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add Cache-Control to an answer that has none."""
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, **self._directives(request, response))
        return response

    def _directives(self, request: HttpRequest, response: HttpResponse) -> dict[str, bool | int]:
        is_private = (
            settings.SESSION_COOKIE_NAME in request.COOKIES
            or bool(response.cookies)
            or has_vary_header(response, "Cookie")
            or request.method not in ("GET", "HEAD")
            or response.status_code not in (200, 301, 304)
        )
        if is_private:
            return {"private": True, "no_store": True}
        # A browser asks each time, so that a removal is gone on the very next one; a web server in
        # front may hand the same out for a second (docs/performance.md).
        return {"public": True, "max_age": 0, "s_maxage": 1, "must_revalidate": True}


class PathLanguageMiddleware:
    """Speaks the language that the path names, the default one without a prefix.

    Django's LocaleMiddleware also looks at Accept-Language and says so in `Vary`,
    which would split every shared cache by browser settings.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the path, whatever the browser prefers."""
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class StorableAddressMiddleware:
    """404 for an address with a zero byte: PostgreSQL has no text with one, and would break."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look no page and no redirect up under such an address."""
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)
