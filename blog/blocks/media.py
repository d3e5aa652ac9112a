"""What is looked at, played or downloaded: images, galleries, embeds, documents."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from blog import embeds
from blog.blocks import samples
from blog.blocks.checked import CheckedBlock, Faults

Context = dict[str, Any]  # Any: Wagtail's template context


class CreditedImageBlock(CheckedBlock):
    """An image with alternative text, caption and credit: the post's, or that of the image."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=pgettext_lazy("image", "Caption"), required=False)
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=255,
        help_text=_("Who made it. Empty: what the image's own page says."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Pictures and files")
        description = _("An image with its credit, a caption, and words for whoever cannot see it.")
        template = "blog/blocks/image.html"
        preview_template = "blog/blocks/previews/image.html"

    def faults(self, value: StructValue) -> Faults:
        """Nobody is named who made the image. (Alternative text is the inner block's concern)."""
        if value["credit"] or value["image"].credit:
            return {}
        return {"credit": gettext("Say who made this image before it is published.")}


class GalleryBlock(blocks.StructBlock):
    """Several images side by side."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    images = blocks.ListBlock(CreditedImageBlock(), label=_("Images"), min_num=2, max_num=30)

    class Meta:
        icon = "image"
        label = _("Gallery")
        group = _("Pictures and files")
        description = _("Several images side by side, each with its credit.")
        template = "blog/blocks/gallery.html"
        preview_template = "blog/blocks/previews/gallery.html"


class MissingImageBlock(blocks.StructBlock):
    """An image of an imported post that was not among the files given.

    Readers see its alternative text; their browsers are never sent to the old host for it.
    """

    source_url = blocks.URLBlock(label=_("Old address"))
    alt_text = blocks.CharBlock(label=_("Alternative text"), required=False)

    class Meta:
        icon = "warning"
        label = _("Image not imported")
        group = _("Pictures and files")
        description = _("Holds the place of an image that did not come along from an old site.")
        template = "blog/blocks/missing_image.html"
        preview_value = staticmethod(samples.missing_image)

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context and the name of the old host."""
        context: Context = super().get_context(value, parent_context)
        context["host"] = embeds.host_of(value["source_url"])
        return context


class EmbedBlock(blocks.StructBlock):
    """A video or another page's content: named, linked, and loaded only after a click."""

    url = blocks.URLBlock(label=_("Address"))
    caption = blocks.CharBlock(label=pgettext_lazy("image", "Caption"), required=False)

    class Meta:
        icon = "media"
        label = _("Embed")
        group = _("Pictures and files")
        description = _("A video or another site's page. Nothing loads before a reader clicks.")
        template = "blog/blocks/embed.html"
        preview_value = staticmethod(samples.embed)

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context and what is known about the address."""
        context: Context = super().get_context(value, parent_context)
        context["embed"] = embeds.describe(value["url"])
        return context


class DocumentBlock(blocks.StructBlock):
    """A file to download, with its kind and size."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=255,
        help_text=_("Empty: the document's own title."),
    )
    text = blocks.CharBlock(label=_("What is in it"), required=False, max_length=400)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        group = _("Pictures and files")
        description = _("A file to download. Readers see its kind and size.")
        template = "blog/blocks/document.html"
        preview_template = "blog/blocks/previews/document.html"
