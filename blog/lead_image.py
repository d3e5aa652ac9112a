"""The image that stands for a page where only one is shown: the first one of its body."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.blocks import StreamValue, StructValue

from blog.models import NewsImage


@dataclass(frozen=True)
class LeadImage:
    """An image with its words for this page; an image that only decorates has none."""

    image: NewsImage
    alt: str
    credit: str


def lead_image(body: StreamValue) -> LeadImage | None:
    """The first image of the body, also of a gallery; None without any."""
    return next((_lead(value) for value in _values(body) if value["image"]), None)


def _values(body: StreamValue) -> Iterator[StructValue]:
    # Only as many blocks are read as it takes: reading one looks up its image.
    for place, raw in enumerate(body.raw_data):
        if raw["type"] == "image":
            yield body[place].value
        elif raw["type"] == "gallery":
            yield from body[place].value["images"]


def _lead(value: StructValue) -> LeadImage:
    image = value["image"]
    alt = "" if image.decorative else image.contextual_alt_text or image.description
    return LeadImage(image, alt, value.get("credit") or image.credit)
