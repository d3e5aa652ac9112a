"""The ticket of a shown form: it is good once, for one page, for two days."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing

SALT = "home.forms"
FIELD = "form-ticket"  # with a hyphen: no field that an editor adds can have such a name
GOOD_FOR = timedelta(days=2)  # people come back to a sentence that they began yesterday
KEY_BYTES = 24


@dataclass(frozen=True)
class Ticket:
    """When the form was opened, and the key under which one sending of it is kept."""

    key: str
    opened_at: datetime


def issue(page_id: int, *, now: datetime) -> str:
    """A new ticket for a page's form, signed."""
    content = {"page": page_id, "opened": now.timestamp(), "key": secrets.token_urlsafe(KEY_BYTES)}
    return signing.dumps(content, salt=SALT)


def read(written: str, page_id: int, *, now: datetime) -> Ticket | None:
    """The ticket, if it is one of ours, for this page, and not too old."""
    try:
        content = signing.loads(written, salt=SALT)
    except signing.BadSignature:
        return None
    opened_at = datetime.fromtimestamp(content["opened"], tz=UTC)
    is_good = content["page"] == page_id and now - opened_at <= GOOD_FOR
    return Ticket(content["key"], opened_at) if is_good else None
