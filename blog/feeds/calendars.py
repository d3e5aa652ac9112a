"""Calendars to subscribe to: the events of an edition, and those of a campaign."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from blog.campaigns.gathering import posts_of
from blog.events.calendar import CONTENT_TYPE, Listed, to_ics
from blog.events.reading import events_in
from blog.models import CampaignPage, PostEvent
from operations import feeds

KEPT = timedelta(days=90)
"""What is over stays this long: calendars drop what is no longer in what they subscribe to."""
MOST = 500


@require_safe
def of_edition(request: HttpRequest) -> HttpResponse:
    """GET feeds:calendar: the events in the language of the path; 404 without an edition."""
    front = feeds.front_page(request)
    pages = Page.objects.descendant_of(front, inclusive=True).live().public()
    return _serve(request, pages, name=front.title)


@require_safe
def of_campaign(request: HttpRequest, page_path: str) -> HttpResponse:
    """GET feeds:campaign: the events of a campaign; 404 unless everybody may read it."""
    found = Page.route_for_request(request, page_path)
    public = CampaignPage.objects.live().public()
    campaign = public.filter(pk=found.page.pk).first() if found else None
    if campaign is None:
        raise Http404
    posts = posts_of(campaign).order_by().values("pk")
    pages = Page.objects.filter(Q(pk=campaign.pk) | Q(pk__in=posts))
    return _serve(request, pages, name=campaign.title)


def _serve(request: HttpRequest, pages: PageQuerySet, *, name: str) -> HttpResponse:
    host = settings.SITE_URL.hostname or ""
    body = to_ics(_events_on(pages), host=host, name=name)
    return feeds.send(request, body, content_type=CONTENT_TYPE)


def _events_on(pages: PageQuerySet) -> Iterator[Listed]:
    """The events of these pages that are not long over, by their beginning; each once."""
    numbers = pages.order_by().values("pk")
    recent = PostEvent.objects.filter(page__in=numbers, ends_at__gt=timezone.now() - KEPT)
    rows = list(recent.order_by("-starts_at", "-pk").values_list("block_id", "page_id")[:MOST])
    told = _told_on({page_id for _block, page_id in rows})
    for block_id in dict.fromkeys(block_id for block_id, _page in reversed(rows)):
        yield from told[block_id][:1]


def _told_on(numbers: set[int]) -> dict[UUID | None, list[Listed]]:
    """The events in the bodies of pages, by their blocks."""
    found: defaultdict[UUID | None, list[Listed]] = defaultdict(list)
    for page in Page.objects.filter(pk__in=numbers).order_by("pk").specific():
        for event in events_in(page.body):
            changed_at = page.last_published_at or event.starts
            found[event.block_id].append(Listed(event, page.full_url or "", changed_at))
    return found
