"""Packs what is text on its way to readers; pictures and archives are packed already."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PACKED = (
    "text/",
    "application/json",
    "application/xml",
    "application/feed+json",
    "application/atom+xml",
    "application/rss+xml",
    "application/javascript",
    "image/svg+xml",
)


class TextGZipMiddleware(GZipMiddleware):
    """Django's, for text alone.

    What an attacker could learn from lengths (BREACH) is hidden as Django does it: by up to a
    hundred random bytes in each answer, and by masks that change over every token of a form.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Pack an answer of text for a browser that takes it so."""
        if not response.get("Content-Type", "").startswith(PACKED):
            return response
        packed: HttpResponseBase = super().process_response(request, response)
        return packed
