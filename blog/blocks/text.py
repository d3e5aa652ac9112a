"""Words: paragraph, heading, pull quote, points, fact box, footnotes."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.rich_text import RichText

from blog.blocks import samples
from blog.blocks.anchors import Anchors, mark_of

Context = dict[str, Any]  # Any: Wagtail's template context

PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "hr", "blockquote"]
LINE_FEATURES = ["bold", "italic", "link", "document-link"]
LOOKS = [("bullets", _("Bullets")), ("numbers", _("Numbers"))]


class ParagraphBlock(blocks.RichTextBlock):
    """Running text. A [1] in it leads to the first of the body's footnotes."""

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = _("Words")
        description = _("Running text with links. [1] leads to the first footnote.")
        template = "blog/blocks/paragraph.html"
        preview_value = staticmethod(samples.paragraph)

    def get_context(self, value: RichText, parent_context: Context | None = None) -> Context:
        """Wagtail's context, and the text with its references to footnotes as links."""
        context: Context = super().get_context(value, parent_context)
        context["words"] = RichText(_anchors(context).linked(value.source))
        return context


class HeadingBlock(blocks.CharBlock):
    """A heading inside the post, with an anchor that links can name."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Words")
        description = _("Divides a long post. Links can lead to it.")
        template = "blog/blocks/heading.html"
        preview_value = staticmethod(samples.heading)

    def get_context(self, value: str, parent_context: Context | None = None) -> Context:
        """Wagtail's context and the anchor."""
        context: Context = super().get_context(value, parent_context)
        context["anchor"] = _anchors(context).of_heading(value)
        return context


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, set apart."""

    quote = blocks.TextBlock(label=_("Quote"))
    attribution = blocks.CharBlock(label=_("Who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        group = _("Words")
        description = _("A sentence that stands out, and who said it.")
        template = "blog/blocks/quote.html"
        preview_value = staticmethod(samples.quote)


class PointsBlock(blocks.StructBlock):
    """A list."""

    look = blocks.ChoiceBlock(choices=LOOKS, default="bullets", label=_("Look"), search_index=False)
    points = blocks.ListBlock(
        blocks.RichTextBlock(features=LINE_FEATURES, label=_("Point")), label=_("Points")
    )

    class Meta:
        icon = "list-ul"
        label = _("List")
        group = _("Words")
        description = _("Points one below the other, with bullets or numbers.")
        template = "blog/blocks/points.html"
        preview_value = staticmethod(samples.points)


class FactBoxBlock(blocks.StructBlock):
    """What one has to know beside the story."""

    title = blocks.CharBlock(label=_("Title"), max_length=255)
    text = blocks.RichTextBlock(label=_("Text"), features=[*LINE_FEATURES, "ol", "ul"])

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        group = _("Words")
        description = _("Background in a box of its own, beside the story.")
        template = "blog/blocks/facts.html"
        label_format = "{title}"
        preview_value = staticmethod(samples.facts)


class FootnotesBlock(blocks.StructBlock):
    """Sources and remarks, numbered; a [1] in a paragraph leads to the first of them."""

    notes = blocks.ListBlock(
        blocks.RichTextBlock(features=LINE_FEATURES, label=_("Note")),
        label=_("Notes"),
        help_text=_("Write [1] in a paragraph where the first note belongs, [2] for the second."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Footnotes")
        group = _("Words")
        description = _("Sources and remarks. Write [1] in a paragraph to refer to the first.")
        template = "blog/blocks/footnotes.html"
        preview_value = staticmethod(samples.footnotes)

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context, and each note with its anchors and whether words refer to it."""
        context: Context = super().get_context(value, parent_context)
        taken = _anchors(context).taken
        context["numbered"] = [
            {
                "number": number,
                "text": text,
                "mark": mark_of(number) if mark_of(number) in taken else "",
            }
            for number, text in enumerate(value["notes"], start=1)
        ]
        return context


def _anchors(context: Context) -> Anchors:
    """Those of the body that is being shown; its own for a block that is shown alone."""
    found = context.get("anchors")
    return found if isinstance(found, Anchors) else Anchors()
