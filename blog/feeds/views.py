"""The feeds of an edition over HTTP; those of other pages are routes of these pages."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from blog.feeds import sources
from blog.feeds.source import Source, feed_of
from operations import feeds


@require_safe
def edition(request: HttpRequest, ending: str = "") -> HttpResponse:
    """GET feeds:edition: the newest posts in the language of the path; 404 without an edition."""
    return serve(request, sources.of_edition(feeds.front_page(request)), ending)


def serve(request: HttpRequest, source: Source, ending: str) -> HttpResponse:
    """The feed of the source in what the end of the address asks for; 404 if nobody knows it."""
    spelling = feeds.spelling_of(ending)
    feed = feed_of(source, url=feeds.whole(request, request.path))
    return feeds.answer(request, feed, spelling=spelling, now=timezone.now())
