"""The blocks of a post's body, one template each under templates/blog/blocks/."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue, StructValue
from wagtail.images.blocks import ImageBlock

from blog import embeds

Context = dict[str, Any]  # Any: Wagtail's template context

PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "hr", "blockquote"]


class ParagraphBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        template = "blog/blocks/paragraph.html"


class HeadingBlock(blocks.CharBlock):
    """A heading inside the post."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blog/blocks/heading.html"


class CreditedImageBlock(blocks.StructBlock):
    """An image with alternative text, caption and the credit that its image row holds."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blog/blocks/image.html"


class MissingImageBlock(blocks.StructBlock):
    """An image of an imported post that was not among the files given.

    Readers see its alternative text; their browsers are never sent to the old host for it.
    """

    source_url = blocks.URLBlock(label=_("Old address"))
    alt_text = blocks.CharBlock(label=_("Alternative text"), required=False)

    class Meta:
        icon = "warning"
        label = _("Image not imported")
        template = "blog/blocks/missing_image.html"

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context and the name of the old host."""
        context: Context = super().get_context(value, parent_context)
        context["host"] = embeds.host_of(value["source_url"])
        return context


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, set apart."""

    quote = blocks.TextBlock(label=_("Quote"))
    attribution = blocks.CharBlock(label=_("Who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blog/blocks/quote.html"


class EmbedBlock(blocks.StructBlock):
    """A video or another page's content: named, linked, and loaded only after a click."""

    url = blocks.URLBlock(label=_("Address"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "media"
        label = _("Embed")
        template = "blog/blocks/embed.html"

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context and what is known about the address."""
        context: Context = super().get_context(value, parent_context)
        context["embed"] = embeds.describe(value["url"])
        return context


class BodyBlock(blocks.StreamBlock):
    """The body of a post or a plain page."""

    paragraph = ParagraphBlock(features=PARAGRAPH_FEATURES)
    heading = HeadingBlock()
    image = CreditedImageBlock()
    quote = QuoteBlock()
    embed = EmbedBlock()
    missing_image = MissingImageBlock()

    class Meta:
        template = "blog/blocks/body.html"

    def get_context(self, value: StreamValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context and the first image, which alone is loaded at once."""
        context: Context = super().get_context(value, parent_context)
        images = (child for child in value if child.block_type == "image")
        context["first_image"] = next(images, None)
        return context
