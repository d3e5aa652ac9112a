"""Keeps what Django answered, if it is everybody's."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase

from operations.page_cache import moments
from operations.page_cache.kept import Kept
from operations.page_cache.key import Key, known_part
from operations.page_cache.store import Store

View = Callable[[HttpRequest], HttpResponse]
TICKET = "broadside.page_cache"  # in the environ of WSGI, which is Django's META
# However little anybody noted about it: dates that are near are said differently from day to day.
LONGEST_SECONDS = 60.0
LARGEST = 1_000_000  # bytes of a page


@dataclass
class Ticket:
    """Leave to keep an answer: where, under what, and the count of changes before it was made.

    `page_id` is the page that is read with it, if reading it counts.
    """

    store: Store
    key: Key
    number: int
    page_id: int | None = None
    kept: Kept | None = None


class KeepPageMiddleware:
    """Around all that makes an answer. Without a ticket, which only readers get, it does nothing.

    Views find in the address what they know, and nothing else; where nothing is found they are
    asked again with the whole of it, for redirects from an old site know stranger addresses.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and keep the answer."""
        ticket: Ticket | None = request.META.get(TICKET)
        if ticket is None:
            return self.get_response(request)
        whole = request.META.get("QUERY_STRING", "")
        known = known_part(whole)
        _ask_with(request, known)
        with moments.noting() as ahead:
            response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND and whole != known:
            _ask_with(request, whole)
            return self.get_response(request)
        if is_everybodys(response):
            dies_at = min([time.time() + LONGEST_SECONDS, *(each.timestamp() for each in ahead)])
            ticket.kept = Kept.of(
                response, number=ticket.number, dies_at=dies_at, page_id=ticket.page_id
            )
            ticket.store.put(ticket.key, ticket.kept)
            return HttpResponse()  # the front hands out what is kept
        return response


def is_read(request: HttpRequest, page_id: int) -> None:
    """Handing out what is being made counts as reading this page."""
    ticket: Ticket | None = request.META.get(TICKET)
    if ticket is not None:
        ticket.page_id = page_id


def is_everybodys(response: HttpResponseBase) -> bool:
    """Whether the same bytes may go to every reader: the answer itself says so."""
    return (
        response.status_code == HTTPStatus.OK
        and isinstance(response, HttpResponse)
        and "s-maxage" in response.get("Cache-Control", "")
        and not response.cookies
        and response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        and len(response.content) <= LARGEST
    )


def _ask_with(request: HttpRequest, query: str) -> None:
    request.META["QUERY_STRING"] = query
    request.GET = QueryDict(query)
