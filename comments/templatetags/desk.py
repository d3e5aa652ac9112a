"""How every screen of the desk leads to the others, and what a line about a comment may show."""

from django import template
from django.template import RequestContext

from comments.models import Comment
from comments.moderation_queue import masking, screens, wording
from comments.moderation_queue.screens import Place

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_places(context: RequestContext) -> list[Place]:
    """The screens where the moderator who looks gets in."""
    return screens.desk_places(context["request"])


@register.filter
def name_at_the_desk(comment: Comment) -> str:
    """Whose comment it is, without what is covered on its card."""
    return wording.name(comment)


@register.filter
def words_at_the_desk(comment: Comment) -> str:
    """What it says, without what is covered on its card."""
    return masking.left_out(comment.body, comment.evidence)
