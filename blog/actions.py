"""From a call to action in a body to where it leads."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail.blocks import StreamValue

from blog.body import blocks_of, uuid_of

Value = Mapping[str, Any]  # Any: what the fields of the block hold


@dataclass(frozen=True)
class Action:
    """What readers are asked to do. `url` is a web address, `tel:` or `mailto:`, or empty."""

    block_id: UUID | None
    kind: str
    label: str
    url: str


def actions_in(body: StreamValue) -> list[Action]:
    """The calls to action of a body, in its order."""
    return [
        Action(
            block_id=uuid_of(block.id),
            kind=block.value["kind"],
            label=block.value["title"],
            url=address_of(block.value),
        )
        for block in blocks_of(body, "action")
    ]


def address_of(value: Value) -> str:
    """Where it leads: the web address, else the telephone, else the mailbox; empty if nowhere."""
    if value["url"]:
        return str(value["url"])
    if dialled := re.sub(r"[^\d+*#,;]", "", value["phone"]):
        return f"tel:{dialled}"
    return f"mailto:{value['email']}" if value["email"] else ""
