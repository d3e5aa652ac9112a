"""The tag by which a page's template shows its comments."""

from typing import Any

from django import template
from wagtail.models import Page

from comments import threads

register = template.Library()


@register.inclusion_tag("comments/section.html")
def comments_section(page: Page) -> dict[str, Any]:  # Any: a template context
    """The thread of a page and the way to write in it."""
    return {"thread": threads.visible_thread(page), "is_open": page.comments_open}
