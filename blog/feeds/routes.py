"""The addresses of feeds below the pages that list posts; Wagtail serves them, and guards them.

Models have these routes, and what the routes call reads models: so it is imported when called.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import re_path

from operations.feeds import front_page

ENDING = r"feed/(?:(?P<ending>[a-z]+)/)?$"


class IndexFeeds:
    """For the page below which all posts of a language stand: its feed, and those by subject."""

    has_feed = True

    @re_path(rf"^{ENDING}", name="feed")  # type: ignore[untyped-decorator]
    def feed(self, request: HttpRequest, ending: str = "") -> HttpResponse:
        """All posts."""
        from blog.feeds import sources, views

        source = sources.of_index(front_page(request), self)
        return views.serve(request, source, ending)

    @re_path(rf"^(?P<kind>topic|author|series)/(?P<slug>[^/]+)/{ENDING}", name="subject_feed")  # type: ignore[untyped-decorator]
    def subject_feed(
        self, request: HttpRequest, kind: str, slug: str, ending: str = ""
    ) -> HttpResponse:
        """Posts on a topic, by an author, or of a series."""
        from blog.feeds import sources, views

        source = sources.of_subject(front_page(request), self, kind=kind, slug=slug)
        return views.serve(request, source, ending)


class CampaignFeeds:
    """For the page of a campaign; its calendar is an address of `blog.feeds.urls`."""

    has_feed = has_calendar = True

    @re_path(rf"^{ENDING}", name="feed")  # type: ignore[untyped-decorator]
    def feed(self, request: HttpRequest, ending: str = "") -> HttpResponse:
        """Posts of the campaign."""
        from blog.feeds import sources, views

        campaign: Any = self  # the page that this is mixed into
        source = sources.of_campaign(front_page(request), campaign)
        return views.serve(request, source, ending)
