"""From the blocks of the demo to the raw value of a body, with the pictures and files in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.core.files.base import ContentFile
from django.utils import timezone

from blog.models import NewsDocument, NewsImage
from home.demo.bus import draw_bus
from home.demo.content import BUS, STREET, Block, Moment, Picture
from home.demo.drawing import draw_street

ARTIST = "Broadside"
DRAWINGS: dict[str, Callable[[], bytes]] = {STREET: draw_street, BUS: draw_bus}
# Fixed, so that the demo knows its own pages again, and its translations each other.
DEMO = UUID("5f0c7f0e-6d0a-4c55-9a3e-0f2d7b1c8e44")
LINK = re.compile(r'linktype="page" id="([a-z-]+)"')

Raw = dict[str, Any]  # Any: what StreamField keeps of a block


def demo_key(kind: str, name: str) -> UUID:
    """The key of something that the demo makes; translations share it."""
    return uuid5(DEMO, f"{kind} {name}")


def moment(said: Moment, now: datetime) -> datetime:
    """When it was: by the newsroom's clocks, or that long before now."""
    if isinstance(said, str):
        return timezone.make_aware(datetime.fromisoformat(said), timezone.get_default_timezone())
    return now - said


@dataclass
class Bodies:
    """Makes bodies, at one moment. `pages` are those that words may link to, by their keys.

    `pictures` says of each drawing what it is, in the newsroom's own language.
    """

    now: datetime
    pictures: Mapping[str, Picture]
    pages: dict[str, int] = field(default_factory=dict)

    def raw(self, blocks: Sequence[Block], *, owner: str) -> list[Raw]:
        """What StreamField keeps. `owner` names whose body it is; blocks are known by it."""
        return [
            {
                "type": block.kind,
                "value": self._value(block),
                "id": str(demo_key("block", f"{owner} {place}")),
            }
            for place, block in enumerate(blocks)
        ]

    def _value(self, block: Block) -> Any:
        if block.kind == "paragraph":
            return LINK.sub(self._link, block.value)
        if block.kind == "image":
            return self._image(block.value)
        if block.kind == "gallery":
            images = [self._image(image) for image in block.value["images"]]
            return block.value | {"images": images}
        if block.kind == "document":
            return self._document(block.value)
        if block.kind == "event" and isinstance(block.value["date"], int):
            return block.value | {"date": self._day(block.value["date"])}
        return block.value

    def _link(self, found: re.Match[str]) -> str:
        return f'linktype="page" id="{self.pages[found[1]]}"'

    def _day(self, days: int) -> str:
        return timezone.localdate(self.now + timedelta(days=days)).isoformat()

    def _image(self, value: Raw) -> Raw:
        chosen = {"alt_text": value["alt_text"], "decorative": False}
        chosen["image"] = self.picture(value["picture"]).pk
        return {"image": chosen, "caption": value["caption"], "credit": ""}

    def picture(self, key: str) -> NewsImage:
        """One of the newsroom's drawings, drawn when it is first asked for."""
        words = self.pictures[key]
        found: NewsImage | None = NewsImage.objects.filter(title=words.title, credit=ARTIST).first()
        if found is None:
            found = NewsImage(
                title=words.title,
                description=words.description,
                credit=ARTIST,
                licence="CC0 1.0",
                file=ContentFile(DRAWINGS[key](), f"{key}.png"),
            )
            found.save()
        return found

    def _document(self, value: Raw) -> Raw:
        words = value["words"].encode()
        document = NewsDocument(
            title=value["title"], file=ContentFile(words, "demo.txt"), file_size=len(words)
        )
        document.save()
        return {"document": document.pk, "title": "", "text": value["text"]}
