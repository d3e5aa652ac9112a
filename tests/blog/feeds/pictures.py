"""Images for bodies."""

from django.core.files.base import ContentFile

from blog.models import NewsImage
from tests.blog.images import encoded, plain_picture


def make_image(**fields: str) -> NewsImage:
    """A small image; `fields` are those of `NewsImage`."""
    file = ContentFile(encoded(plain_picture(), "JPEG"), "IMG_1234.jpg")
    return NewsImage.objects.create(title="IMG_1234", file=file, **fields)


def make_lost_image(**fields: str) -> NewsImage:
    """An image whose file is gone, as after a restored database without its folder of media."""
    made = make_image(**fields)
    made.file.storage.delete(made.file.name)
    return NewsImage.objects.get(pk=made.pk)
