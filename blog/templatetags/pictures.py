"""The image that stands for a post where it is shown among others, and images in their sizes."""

from django import template
from wagtail.images.models import Picture

from blog.lead_image import LeadImage, lead_image
from blog.models import NewsImage, PostPage
from blog.scaling import renditions_of

register = template.Library()


@register.simple_tag
def lead_image_of(post: PostPage) -> LeadImage | None:
    """The first image of its body; None without any. It looks up the image."""
    return lead_image(post.body)


@register.simple_tag
def picture_of(image: NewsImage | None, *filters: str, **attributes: object) -> Picture | None:
    """A `<picture>` with these attributes at its `<img>`; None without a readable image."""
    renditions = renditions_of(image, *filters) if image else {}
    return Picture(renditions, attributes) if renditions else None
