"""What search engines, link previews and other programs are told of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Site

from blog import structured
from blog.structured import Thing
from blog.structured.article import Picture
from home.describing.picture import card_of, logo_url, picture_of
from home.describing.things import things_on
from home.models import NewsroomSettings

__all__ = ["Description", "describe"]

Shown = Mapping[str, Any]  # Any: what the page's own template is given


@dataclass(frozen=True)
class Description:
    """The image that previews show, and what is told of a page in the words of schema.org."""

    picture: Picture | None
    graph: Thing


def describe(page: Page, *, request: HttpRequest, shown: Shown) -> Description | None:
    """What is told of a page that readers may open; None of all others.

    `shown` is what its template is given: of a post what stands `around` it, of an archive its
    `heading` and `route`.
    """
    site = Site.find_for_request(request)
    if site is None or not page.pk or not page.live or not page.full_url:
        return None
    settings: NewsroomSettings = NewsroomSettings.for_request(request)
    picture = picture_of(page, settings=settings)
    publisher = _publisher(site.root_page, settings)
    things = things_on(page, publisher=publisher, picture=picture, shown=shown)
    shared = picture or card_of(site.root_page.title, settings=settings, base=page.full_url)
    return Description(shared, structured.graph(things))


def _publisher(front: Page, settings: NewsroomSettings) -> Thing:
    return structured.organisation(
        settings.organisation or front.title,
        front_url=front.full_url,
        own_url=settings.organisation_url,
        logo_url=logo_url(settings, base=front.full_url),
    )
