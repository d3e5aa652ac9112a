"""Events as an editor writes them, for tests."""

from typing import Any
from uuid import uuid4

from blog.models import PostPage
from tests.pages import Newsroom, make_newsroom, make_post

WEBINAR: dict[str, Any] = {
    "title": "How to keep our county out of deportations",
    "date": "2012-01-09",
    "starts_at": "15:30",
    "ends_at": "17:00",
    "last_date": None,
    "zone": "America/New_York",
    "other_zones": ["America/Los_Angeles"],
    "is_online": True,
    "place": "",
    "address": "",
    "online_url": "",
    "registration_url": "https://example.org/register",
    "is_limited": True,
    "state": "planned",
    "text": "<p>For everybody who wants to <b>begin</b>.</p>",
}


def event_block(**changes: Any) -> dict[str, Any]:
    """A block of a body: the webinar, or something else by `changes`."""
    return {"type": "event", "id": str(uuid4()), "value": WEBINAR | changes}


def make_event_post(newsroom: Newsroom | None = None, **changes: Any) -> PostPage:
    """A published post that holds the webinar alone."""
    return make_post(newsroom or make_newsroom(), body=[event_block(**changes)])
