"""The feeds of comments over HTTP."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from comments import guards
from comments.feeds.reading import on_page, on_pages
from comments.feeds.writing import feed_of
from operations import feeds


@require_safe
def edition(request: HttpRequest, ending: str = "") -> HttpResponse:
    """GET comments_feeds:edition: the newest comments in the language of the path."""
    spelling = feeds.spelling_of(ending)
    front = feeds.front_page(request)
    pages = Page.objects.descendant_of(front).live().public()
    scope = on_pages(pages)
    feed = feed_of(request, scope, title=gettext("Comments"), home_url=front.full_url)
    return feeds.answer(request, feed, spelling=spelling, now=timezone.now())


@require_safe
def of_page(request: HttpRequest, page_path: str, ending: str = "") -> HttpResponse:
    """GET comments_feeds:page: the newest comments below one page.

    404, always the same, for what nobody may comment on or not everybody may read.
    """
    spelling = feeds.spelling_of(ending)
    page = _page_at(request, page_path)
    title = gettext("Comments on “%(title)s”") % {"title": page.title}
    feed = feed_of(request, on_page(page), title=title, home_url=f"{page.full_url}#comments")
    return feeds.answer(request, feed, spelling=spelling, now=timezone.now())


def _page_at(request: HttpRequest, path: str) -> Page:
    found = Page.route_for_request(request, path)
    if found is None or found.args or found.kwargs:  # a part of a page has no comments of its own
        raise Http404
    page = guards.commentable_page(found.page.pk, site=Site.find_for_request(request))
    if page is None:
        raise Http404
    return page
