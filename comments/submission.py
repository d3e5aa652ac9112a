"""What a reader sent, cleaned and typed: the value that travels from the form to the database."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

NO_COMMENT = 0  # a number that no comment has
LARGEST_NUMBER_DIGITS = 16  # as the largest number of a comment has


def read_number(text: str) -> int | None:
    """A number as an address or a hidden field has it, a comment's above all; None for no number.

    Not longer than a comment's can be: Python itself raises at thousands of digits.
    """
    is_number = text.isascii() and text.isdecimal() and len(text) <= LARGEST_NUMBER_DIGITS
    return int(text) if is_number else None


@dataclass(frozen=True, kw_only=True)
class Sender:
    """What a request tells of who sent it. Nothing of it is kept but the key, for a day.

    `key` is the sender's key of the day, "" when nobody could tell it; `is_known` whether the
    request said an address of its own at all; `captcha_token` what
    the captcha gave, which nobody has looked at yet.
    """

    key: str = ""
    is_known: bool = False
    is_origin_proven: bool = False
    captcha_token: str = field(default="", repr=False)

    @property
    def own_key(self) -> str | None:
        """The key if it is this sender's alone; strangers to a proxy share one, which is none."""
        return self.key if self.is_known and self.key else None


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One comment, or one edit, as it was sent. Times are aware; texts are cleaned.

    `earlier_receipt` is the secret of an earlier comment's receipt, by which its writer proves to
    be the same one; `revises` the number of the comment whose words these are to replace.
    """

    page_id: int
    parent_id: int | None
    author_name: str
    author_website: str
    body: str
    key: str
    opened_at: datetime
    sent_at: datetime
    is_honeypot_filled: bool
    sender: Sender
    author_email: str = field(default="", repr=False)
    earlier_receipt: str = field(default="", repr=False)
    revises: int = NO_COMMENT

    @property
    def writing_time(self) -> timedelta:
        """How long the form lay open before it was sent."""
        return self.sent_at - self.opened_at
