"""What a post or page is to say here, ready to be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from importers.bodies.blocks import Block
from importers.records import ItemStatus, SourceItem


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """The fields of a page that the import owns. `blocks` are a StreamField's raw data."""

    item: SourceItem
    status: ItemStatus
    title: str
    is_title_generated: bool
    blocks: list[dict[str, Any]]  # Any: JSON
    author_ids: Sequence[int]
    topic_ids: Sequence[int]
    comments_open: bool

    @property
    def misses_images(self) -> bool:
        """Whether a picture's place is marked as missing."""
        return any(block["type"] == "missing_image" for block in self.blocks)


def raw_blocks(blocks: Sequence[Block], *, of: str) -> list[dict[str, Any]]:  # Any: JSON
    """Raw data with the same block numbers in every run, named after whose body it is."""
    return [
        {"type": block.type, "value": block.value, "id": str(uuid5(NAMESPACE_URL, f"{of} {place}"))}
        for place, block in enumerate(blocks)
    ]
