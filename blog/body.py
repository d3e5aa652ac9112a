"""Looking into a body for blocks of one kind, without reading the others: an image is a query."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from wagtail.blocks import StreamValue


def blocks_of(body: StreamValue, kind: str) -> Iterator[Any]:
    """The blocks of this kind, in the order of the body: each has a `value` and an `id`."""
    for place, raw in enumerate(body.raw_data):
        if raw["type"] == kind:
            yield body[place]


def uuid_of(block_id: str | None) -> UUID | None:
    """A block's identifier; None for what is none, as in a body that was never saved."""
    try:
        return UUID(block_id)
    except (TypeError, ValueError):
        return None
