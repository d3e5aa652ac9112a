"""Answers a request for a feed: 304 if the asker has these very bytes already."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from operations.feeds.atom import as_atom
from operations.feeds.feed import Feed
from operations.feeds.json_feed import as_json
from operations.feeds.rss import as_rss


class Spelling(StrEnum):
    """What a feed is written in; the value is its media type."""

    RSS = "application/rss+xml"
    ATOM = "application/atom+xml"
    JSON = "application/feed+json"


# What follows `feed/` in an address; RSS has nothing there.
_ENDINGS = {"": Spelling.RSS, "atom": Spelling.ATOM, "json": Spelling.JSON}

_WRITERS: dict[Spelling, Callable[[Feed], bytes]] = {
    Spelling.RSS: as_rss,
    Spelling.ATOM: as_atom,
    Spelling.JSON: as_json,
}
# A date in a header has no parts of a second: within this time it would name two states.
CLOCK_GRAIN = timedelta(seconds=2)


def spelling_of(ending: str) -> Spelling:
    """What the end of an address asks for; 404 for what nobody knows."""
    if ending not in _ENDINGS:
        raise Http404
    return _ENDINGS[ending]


def answer(request: HttpRequest, feed: Feed, *, spelling: Spelling, now: datetime) -> HttpResponse:
    """The feed, or 304."""
    body = _WRITERS[spelling](feed)
    is_past = feed.changed_at and now - feed.changed_at > CLOCK_GRAIN
    changed_at = feed.changed_at if is_past else None
    return send(request, body, content_type=f"{spelling}; charset=utf-8", changed_at=changed_at)


def send(
    request: HttpRequest, body: bytes, *, content_type: str, changed_at: datetime | None = None
) -> HttpResponse:
    """The bytes, or 304. The ETag is made from them: whatever changes them, it tells."""
    response = HttpResponse(body, content_type=content_type)
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response["ETag"] = etag
    changed = int(changed_at.timestamp()) if changed_at else None
    if changed:
        response["Last-Modified"] = http_date(changed)
    found = get_conditional_response(request, etag, changed, response)
    return found or response
