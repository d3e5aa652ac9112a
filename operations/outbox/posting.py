"""Puts a mail into the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from operations.models import OutboxMail


@dataclass(frozen=True)
class Mail:
    """What to send to whom; only the key may be seen by others.

    The key says what the mail tells of and whom it tells, such as "reply:17:subscription:4"; one
    key is sent once. Without `due_at` it leaves as soon as it can.
    """

    key: str
    recipient: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    due_at: datetime | None = None


def post(mail: Mail) -> bool:
    """Writes the mail in the caller's transaction; False if its key was posted before.

    Where no mail server is set up it waits for one (operations/outbox/keeping.py says how long);
    ask `settings.HAS_MAIL` before promising anybody a mail.
    """
    now = timezone.now()
    _row, is_new = OutboxMail.objects.get_or_create(
        key=mail.key,
        defaults={
            "recipient": mail.recipient,
            "subject": mail.subject,
            "text": mail.text,
            "headers": dict(mail.headers),
            "created_at": now,
            "due_at": mail.due_at or now,
        },
    )
    return is_new
