"""The addresses of the archives below the index of a language; Wagtail serves and guards them.

The index is a model and has these routes, and what they call reads models: so it is imported then.
"""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import re_path

from blog.archives.periods import Period

YEAR = r"(?P<year>[12]\d{3})"
MONTH = r"(?P<month>0[1-9]|1[0-2])"


View = TypeVar("View", bound=Callable[..., HttpResponse])


def at(pattern: str, *, name: str) -> Callable[[View], View]:
    """Wagtail's `re_path`, which says nothing of types."""
    decorate: Callable[[View], View] = re_path(pattern, name=name)
    return decorate


class IndexArchives:
    """For the page below which all posts of a language stand."""

    @at(rf"^{YEAR}/$", name="year")
    def year(self, request: HttpRequest, year: str) -> HttpResponse:
        """The posts of a year."""
        from blog.archives import pages

        return pages.of_period(self, request, Period(int(year)))

    @at(rf"^{YEAR}/{MONTH}/$", name="month")
    def month(self, request: HttpRequest, year: str, month: str) -> HttpResponse:
        """The posts of a month."""
        from blog.archives import pages

        return pages.of_period(self, request, Period(int(year), int(month)))

    @at(r"^archive/$", name="archive")
    def archive(self, request: HttpRequest) -> HttpResponse:
        """The counting tree, and the subjects."""
        from blog.archives import pages

        return pages.overview(self, request)

    @at(r"^search/$", name="search")
    def search(self, request: HttpRequest) -> HttpResponse:
        """What the search finds."""
        from blog.searching import pages

        return pages.search(self, request)

    @at(r"^(?P<kind>topic|author|series)/(?P<slug>[^/]+)/$", name="subject")
    def subject(self, request: HttpRequest, kind: str, slug: str) -> HttpResponse:
        """The posts on a topic, by an author, of a series."""
        from blog.archives import pages

        return pages.of_subject(self, request, kind=kind, slug=slug)
