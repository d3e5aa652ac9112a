"""Submissions for the filter's tests; plain Python like the filter itself."""

from datetime import UTC, datetime, timedelta
from typing import Any

from comments.submission import Sender, Submission

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


def a_submission(**fields: Any) -> Submission:
    """An honest comment, written in two minutes; `fields` change it."""
    honest = {
        "page_id": 1,
        "parent_id": None,
        "author_name": "Ana",
        "author_website": "",
        "body": "The sheriff promised us a meeting in March. Who else was there?",
        "key": "k",
        "opened_at": NOW - timedelta(minutes=2),
        "sent_at": NOW,
        "is_honeypot_filled": False,
        "sender": Sender(is_origin_proven=True),
    }
    return Submission(**(honest | fields))
