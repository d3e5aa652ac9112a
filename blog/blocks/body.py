"""The body: all blocks together."""

from threading import RLock
from typing import Any

from wagtail import blocks
from wagtail.blocks import StreamValue

from blog.blocks.action import ActionBlock
from blog.blocks.anchors import Anchors
from blog.blocks.event import EventBlock
from blog.blocks.media import (
    CreditedImageBlock,
    DocumentBlock,
    EmbedBlock,
    GalleryBlock,
    MissingImageBlock,
)
from blog.blocks.table import TableBlock
from blog.blocks.text import (
    PARAGRAPH_FEATURES,
    FactBoxBlock,
    FootnotesBlock,
    HeadingBlock,
    ParagraphBlock,
    PointsBlock,
    QuoteBlock,
)

Context = dict[str, Any]  # Any: Wagtail's template context

# Wagtail notes on the blocks themselves, which all threads share, that a draft is being saved: at
# that moment the page that somebody else publishes would be looked at as leniently.
_ONE_AT_A_TIME = RLock()


class BodyBlock(blocks.StreamBlock):
    """The body of a post, a campaign or a plain page."""

    paragraph = ParagraphBlock(features=PARAGRAPH_FEATURES)
    heading = HeadingBlock()
    quote = QuoteBlock()
    points = PointsBlock()
    table = TableBlock()
    facts = FactBoxBlock()
    footnotes = FootnotesBlock()
    image = CreditedImageBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    document = DocumentBlock()
    missing_image = MissingImageBlock()
    event = EventBlock()
    action = ActionBlock()

    class Meta:
        template = "blog/blocks/body.html"
        block_counts = {"footnotes": {"max_num": 1}}

    def clean(self, value: StreamValue) -> StreamValue:
        """The body, if each of its blocks may be published so."""
        with _ONE_AT_A_TIME:
            return super().clean(value)

    def clean_deferred(self, value: StreamValue) -> StreamValue:
        """The body of a draft, which may have gaps."""
        with _ONE_AT_A_TIME:
            return super().clean_deferred(value)

    def get_context(self, value: StreamValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context, what the blocks share, and the first image: it is loaded at once."""
        context: Context = super().get_context(value, parent_context)
        images = (child for child in value if child.block_type == "image")
        context["first_image"] = next(images, None)
        context["anchors"] = Anchors(notes=_number_of_notes(value))
        return context


def _number_of_notes(body: StreamValue) -> int:
    return sum(len(raw["value"]["notes"]) for raw in body.raw_data if raw["type"] == "footnotes")
