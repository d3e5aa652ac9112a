"""What is everybody's, and what is not."""

from datetime import timedelta

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils import timezone

from operations.page_cache import is_read, until
from operations.page_cache.keeping import (
    LARGEST,
    LONGEST_SECONDS,
    TICKET,
    KeepPageMiddleware,
    Ticket,
    is_everybodys,
)
from operations.page_cache.store import Store

SHARED = {"Cache-Control": "public, max-age=0, s-maxage=1"}


def ticket() -> Ticket:
    return Ticket(Store(most_bytes=10_000_000), ("http", "testserver", "/", ""), number=3)


def answered(response: HttpResponse, own: Ticket, *, path: str = "/") -> HttpResponse:
    request = RequestFactory().get(path, **{TICKET: own})
    return KeepPageMiddleware(lambda _request: response)(request)


def with_cookie() -> HttpResponse:
    response = HttpResponse("x", headers=SHARED)
    response.set_cookie("a", "b")
    return response


def test_what_says_so_is_everybodys() -> None:
    assert is_everybodys(HttpResponse("x", headers=SHARED))
    assert is_everybodys(HttpResponse("x", headers=SHARED | {"Vary": "Accept-Encoding"}))


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("x"),
        HttpResponse("x", headers={"Cache-Control": "private, no-store"}),
        HttpResponse("x", headers={"Cache-Control": "public, max-age=31536000, immutable"}),
        HttpResponse("x", status=404, headers=SHARED),
        HttpResponse("x", headers=SHARED | {"Vary": "Cookie"}),
        HttpResponse("x", headers=SHARED | {"Vary": "Accept-Encoding, Origin"}),
        HttpResponse("x" * (LARGEST + 1), headers=SHARED),
        StreamingHttpResponse(["x"], headers=SHARED),
        with_cookie(),
    ],
)
def test_anything_else_is_not(response: HttpResponse) -> None:
    assert not is_everybodys(response)


def test_without_a_ticket_nothing_is_kept() -> None:
    request = RequestFactory().get("/?x=1")
    response = HttpResponse("x", headers=SHARED)
    assert KeepPageMiddleware(lambda _request: response)(request) is response


def test_it_is_kept_until_the_first_moment_ahead() -> None:
    soon = timezone.now() + timedelta(seconds=LONGEST_SECONDS / 2)
    own = ticket()

    def view(_request: object) -> HttpResponse:
        until(soon + timedelta(days=1))
        until(soon)
        return HttpResponse("x", headers=SHARED)

    KeepPageMiddleware(view)(RequestFactory().get("/", **{TICKET: own}))
    assert own.kept
    assert own.kept.dies_at == pytest.approx(soon.timestamp())
    assert own.kept.number == 3


def test_it_remembers_which_page_is_read_with_it() -> None:
    own = ticket()

    def view(request: object) -> HttpResponse:
        is_read(request, 7)
        return HttpResponse("x", headers=SHARED)

    KeepPageMiddleware(view)(RequestFactory().get("/", **{TICKET: own}))
    assert own.kept
    assert own.kept.page_id == 7


def test_views_see_of_the_address_what_is_known() -> None:
    seen = []

    def view(request: object) -> HttpResponse:
        seen.append((request.GET.dict(), request.META["QUERY_STRING"]))
        return HttpResponse("x", headers=SHARED)

    KeepPageMiddleware(view)(RequestFactory().get("/?x=1&page=2", **{TICKET: ticket()}))
    assert seen == [({"page": "2"}, "page=2")]
