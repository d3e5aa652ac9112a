"""The tag by which every screen of the desk leads to the others."""

from django import template
from django.template import RequestContext

from comments.moderation_queue import screens
from comments.moderation_queue.screens import Place

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_places(context: RequestContext) -> list[Place]:
    """The screens where the moderator who looks gets in."""
    return screens.desk_places(context["request"])
