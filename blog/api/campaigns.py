"""Campaigns that everybody may read, in the order in which they were made."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError
from pydantic import Field
from wagtail.query import PageQuerySet

from blog.api.posts import LANGUAGE, NO_SUCH_PLACE
from blog.api.shapes import CampaignShape, PlaceShape, WholeCampaign
from blog.api.writing import html_of
from blog.models import CampaignPage
from operations import api

router = Router(tags=["campaigns"])

MOST_DIGITS = 18


class CampaignsAsked(api.Asked):
    """Which campaigns are asked for."""

    language: str = Field("", pattern=LANGUAGE, description="As in `en`; empty for all.")


@router.get("/", response=api.Listed[CampaignShape], operation_id="campaigns", summary="Campaigns")
def listed(request: HttpRequest, asked: Query[CampaignsAsked]) -> api.Listed[CampaignShape]:
    """Campaigns, the first made first."""
    campaigns = _public(request, language=asked.language).order_by("pk")
    if asked.after:
        campaigns = campaigns.filter(pk__gt=number_of(asked.after))
    rows, onward = api.turn(
        request,
        list(campaigns[: asked.limit + 1]),
        limit=asked.limit,
        mark=lambda campaign: str(campaign.pk),
    )
    return api.Listed(items=list(_shapes(request, rows)), next=onward)


@router.get("/{number}", response=WholeCampaign, operation_id="campaign", summary="A campaign")
def one(request: HttpRequest, number: api.Number) -> WholeCampaign:
    """One campaign with its text and the places that joined."""
    found = _public(request).filter(pk=number).prefetch_related("places").first()
    if found is None:
        raise Http404
    [shape] = _shapes(request, [found])
    html = html_of(request, found, "blog/feeds/body.html")
    places = [PlaceShape(**_place(place)) for place in found.places.all()]
    return WholeCampaign(**shape.dict(), html=html, places=places)


def number_of(after: str) -> int:
    """The number in `after`; refuses what is none."""
    if not (after.isascii() and after.isdecimal() and len(after) <= MOST_DIGITS):
        raise HttpError(HTTPStatus.UNPROCESSABLE_ENTITY, NO_SUCH_PLACE)
    return int(after)


def _public(request: HttpRequest, *, language: str = "") -> PageQuerySet:
    here = api.Editions.of(request, language=language).below()
    return CampaignPage.objects.live().public().filter(here).select_related("locale")


def _shapes(request: HttpRequest, campaigns: Iterable[CampaignPage]) -> Iterable[CampaignShape]:
    for campaign in campaigns:
        yield CampaignShape(
            id=campaign.pk,
            url=campaign.get_full_url(request),
            language=campaign.locale.language_code,
            translation_key=campaign.translation_key,
            title=campaign.title,
            goal=campaign.goal,
            status=campaign.status,
            starts_on=campaign.starts_on,
            ends_on=campaign.ends_on,
        )


def _place(place: Any) -> dict[str, Any]:  # Any: a row, and its fields
    names = ("name", "region", "joined_on", "url", "latitude", "longitude")
    return {name: getattr(place, name) for name in names}
