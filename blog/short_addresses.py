"""Addresses that stay: of a page by its number, and of months as older blogs had them."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site
from wagtail.views import serve

from blog.archives.periods import Period
from blog.models.derived import PostsInMonth
from blog.models.index import BlogIndexPage


def short_address(page: Page) -> str:
    """A page's address for ever, as a path: short enough for a leaflet."""
    return reverse("blog_files:short", args=[page.pk])


@require_safe
def leave_for_page(request: HttpRequest, page_id: str) -> HttpResponse:
    """GET blog_files:short: on to where the page stands; 404 for what not everybody may read."""
    page = get_object_or_404(Page.objects.live().public(), pk=int(page_id))
    if not (url := page.get_url(request)):
        raise Http404
    return HttpResponseRedirect(url)


@require_safe
def leave_for_archive(
    request: HttpRequest, path: str, year: str, month: str | None = None
) -> HttpResponse:
    """GET blog:period, as in /2012/01/: a page of that address, else the archive of the month.

    404 where there are no posts, so that a redirect of an imported blog may take over.
    """
    try:
        page: HttpResponse = serve(request, path)
    except Http404:
        period = Period(int(year), int(month) if month else None)
        if not (url := _archive(request, period)):
            raise
        return HttpResponseRedirect(url)
    return page


def _archive(request: HttpRequest, period: Period) -> str | None:
    """The address of a year or month with posts, in the language of the request."""
    indexes = BlogIndexPage.objects.live().public()
    here = indexes.filter(locale__language_code=translation.get_language())
    site = Site.find_for_request(request)
    for index in here.order_by("path"):
        is_of_site = site and index.get_parent().translation_key == site.root_page.translation_key
        if is_of_site and _has_posts(index, period):
            return f"{index.get_url(request)}{period.route}"
    return None


def _has_posts(index: Page, period: Period) -> bool:
    rows = PostsInMonth.objects.filter(index_id=index.pk, month__year=period.year)
    return (rows.filter(month__month=period.month) if period.month else rows).exists()
