"""What a reader sent, cleaned and typed: the value that travels from the form to the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One comment as it was sent. Times are aware; texts are cleaned of control characters."""

    page_id: int
    parent_id: int | None
    author_name: str
    author_website: str
    body: str
    key: str
    opened_at: datetime
    sent_at: datetime
    is_honeypot_filled: bool
    is_origin_proven: bool

    @property
    def writing_time(self) -> timedelta:
        """How long the form lay open before it was sent."""
        return self.sent_at - self.opened_at
