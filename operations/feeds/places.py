"""Where a feed stands: its own address, and the front page in whose name it speaks."""

from django.http import Http404, HttpRequest
from django.utils import translation
from wagtail.models import Page, Site


def front_page(request: HttpRequest) -> Page:
    """The front page that anybody may read in the language of the request; 404 without one."""
    site = Site.find_for_request(request)
    key = site.root_page.translation_key if site else None
    fronts = Page.objects.live().public().filter(translation_key=key).select_related("locale")
    front = fronts.filter(locale__language_code=translation.get_language()).first()
    if front is None:
        raise Http404
    return front


def whole(request: HttpRequest, path: str) -> str:
    """The whole address of a path, by the site's record and not by the host that was asked for."""
    site = Site.find_for_request(request)
    return f"{site.root_url if site else ''}{path}"
