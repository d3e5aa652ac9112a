"""The image that stands for a post where it is shown among others."""

from django import template

from blog.lead_image import LeadImage, lead_image
from blog.models import PostPage

register = template.Library()


@register.simple_tag
def lead_image_of(post: PostPage) -> LeadImage | None:
    """The first image of its body; None without any. It looks up the image."""
    return lead_image(post.body)
