"""What a preview is marked with, for the editor's checks; readers' pages have no such marks."""

from django import template
from wagtail.rich_text import RichText

from blog.checks import vague_links

register = template.Library()


@register.simple_tag
def vague_link_mark(text: RichText) -> str:
    """The attribute of an element whose text has a link that says nothing; "" otherwise."""
    return "data-has-vague-link" if vague_links.has_any(text.source) else ""
