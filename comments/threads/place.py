"""A place in a thread, as an address names it: which page of it, of what, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from comments.models import ThreadOrder
from comments.submission import read_number

# The keys of the address. Nothing else in it changes what a page shows of its thread.
NUMBER, CONVERSATION, ORDER = "comments", "conversation", "order"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One page of a thread.

    `number` counts from 1 in the order shown; with `conversation`, the number of a comment at
    the top, it counts the pages of that conversation. `order` is empty for the site's own.
    """

    number: int = 1
    conversation: int | None = None
    order: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """The place that a query string asks for; what makes no sense in it counts as absent."""
        order = query.get(ORDER, "")
        conversation = read_number(query.get(CONVERSATION, "")) or None
        return cls(
            number=read_number(query.get(NUMBER, "")) or 1,
            conversation=conversation,
            # A conversation is always told from its beginning.
            order=order if order in ThreadOrder.values and conversation is None else "",
        )

    @property
    def query(self) -> str:
        """The query string that leads here, with its question mark; empty for the first page."""
        pairs = {
            CONVERSATION: self.conversation,
            NUMBER: self.number if self.number > 1 else None,
            ORDER: self.order,
        }
        query = urlencode({key: value for key, value in pairs.items() if value})
        return f"?{query}" if query else ""
