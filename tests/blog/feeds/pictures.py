"""Images for bodies."""

from django.core.files.base import ContentFile

from blog.models import NewsImage
from tests.blog.images import encoded, plain_picture


def make_image(**fields: str) -> NewsImage:
    """A small image; `fields` are those of `NewsImage`."""
    file = ContentFile(encoded(plain_picture(), "JPEG"), "IMG_1234.jpg")
    return NewsImage.objects.create(title="IMG_1234", file=file, **fields)
