"""Events of pages that everybody may read: those to come, or those that are over."""

from collections.abc import Iterable, Iterator, Sequence
from http import HTTPStatus
from typing import Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router
from ninja.errors import HttpError
from pydantic import Field
from wagtail.models import Page

from blog.api.posts import LANGUAGE, NO_SUCH_PLACE
from blog.api.shapes import EventShape
from blog.api.writing import linked
from blog.events.reading import Event, events_in
from blog.models import PostEvent
from operations import api
from operations.mark import Mark

router = Router(tags=["events"])

Rows = QuerySet[PostEvent]
Key = tuple[int, UUID | None]


class EventsAsked(api.Asked):
    """Which events are asked for."""

    when: Literal["upcoming", "past"] = Field(
        "upcoming", description="Not over yet, the next one first; or over, the latest first."
    )
    language: str = Field("", pattern=LANGUAGE, description="As in `en`; empty for all.")


@router.get("/", response=api.Listed[EventShape], operation_id="events", summary="Events")
def listed(request: HttpRequest, asked: Query[EventsAsked]) -> api.Listed[EventShape]:
    """Events by their beginning; those called off too, with their state."""
    rows, onward = api.turn(
        request,
        list(_from(_public(request, asked), asked)[: asked.limit + 1]),
        limit=asked.limit,
        mark=lambda row: str(Mark(row.starts_at, row.pk)),
    )
    return api.Listed(items=list(_shapes(request, rows)), next=onward)


def _public(request: HttpRequest, asked: EventsAsked) -> Rows:
    here = api.Editions.of(request, language=asked.language).below()
    readable = Page.objects.live().public().filter(here, pk=OuterRef("page_id"))
    now = timezone.now()
    events = PostEvent.objects
    ordered = events.upcoming(now) if asked.when == "upcoming" else events.past(now)
    return ordered.filter(Exists(readable))


def _from(events: Rows, asked: EventsAsked) -> Rows:
    if not asked.after:
        return events
    mark = Mark.read(asked.after)
    if mark is None:
        raise HttpError(HTTPStatus.UNPROCESSABLE_ENTITY, NO_SUCH_PLACE)
    side = "gt" if asked.when == "upcoming" else "lt"
    later = Q(**{f"starts_at__{side}": mark.at})
    return events.filter(later | Q(starts_at=mark.at, **{f"pk__{side}": mark.pk}))


def _shapes(request: HttpRequest, rows: Sequence[PostEvent]) -> Iterator[EventShape]:
    """The events as the bodies of their pages tell of them; what a body lost is left out."""
    pages = Page.objects.filter(pk__in={row.page_id for row in rows}).specific()
    by_number = {page.pk: page for page in pages.prefetch_related("locale")}
    told = _told(by_number.values())
    for row in rows:
        if event := told.get((row.page_id, row.block_id)):
            yield _shape(request, by_number[row.page_id], row, event)


def _told(pages: Iterable[Page]) -> dict[Key, Event]:
    return {(page.pk, event.block_id): event for page in pages for event in events_in(page.body)}


def _shape(request: HttpRequest, page: Page, row: PostEvent, event: Event) -> EventShape:
    where = linked(request, page)
    return EventShape(
        id=row.block_id,
        url=f"{where.url}#event-{row.block_id}" if where.url else None,
        page=where,
        language=page.locale.language_code,
        title=event.title,
        starts_at=event.starts,
        ends_at=event.ends,
        time_zone=row.time_zone,
        state=event.state,
        place=event.place,
        address=event.address,
        is_online=event.is_online,
        online_url=event.online_url,
        registration_url=event.registration_url,
        is_limited=event.is_limited,
        text=event.words,
    )
