"""Counts that a page was read, unless the owner has turned counting off."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail.models import Page

from home.models import NewsroomSettings
from operations import day_keys, page_cache, page_views

Serve = Callable[[Page, HttpRequest, Sequence[Any], Mapping[str, Any]], HttpResponseBase]


def count_reading(serve: Serve) -> Serve:
    """A hook of Wagtail's, around the page itself: who may not read it never comes so far."""

    def wrapper(
        page: Page, request: HttpRequest, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> HttpResponseBase:
        response = serve(page, request, args, kwargs)
        if _counts(request) and page_views.is_page(request, response):
            page_cache.is_read(request, page.pk)
            if page_views.is_read_by_a_person(request, response):
                page_views.count(page.pk, day_keys.day_of(timezone.now()))
        return response

    return wrapper


def _counts(request: HttpRequest) -> bool:
    """The draft that somebody shares is no page yet."""
    is_draft = getattr(request, "shared_draft_until", None)
    if not settings.COUNTS_PAGE_VIEWS or is_draft:
        return False
    return bool(NewsroomSettings.for_request(request).counts_views)
