"""The model field that lets nothing but clean images into storage, whoever brings them.

Forms, importers and plain code all pass here: a file is cleaned when it is given to the model,
and once more, should it have come round that, when it is about to be stored. So the width, height,
size and hash beside it are those of the stored bytes from the beginning.
"""

from secrets import token_hex
from typing import Any

from django.core.files.base import ContentFile, File
from django.db.models import Model
from django.db.models.fields.files import FieldFile, ImageFileDescriptor
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from blog.image_cleaning import CleanImage, clean_image

NAME_BYTES = 16  # 128 bits: neither the old name nor a number to count uploads by


class CleanImageFile(ContentFile):  # type: ignore[type-arg]  # it takes none at run time
    """A clean image on its way into storage, under a name that tells nothing."""

    def __init__(self, image: CleanImage) -> None:
        super().__init__(image.content, name=f"{token_hex(NAME_BYTES)}.{image.extension}")
        self.dimensions = (image.width, image.height)


def as_clean_file(file: "File[bytes]") -> CleanImageFile:
    """`file` without metadata; the same object if it is clean. Raises ImageRefused."""
    if isinstance(file, CleanImageFile):
        return file
    file.seek(0)
    return CleanImageFile(clean_image(file.read()))


class CleanImageFieldFile(WagtailImageFieldFile):
    """The stored file: `save()`, the only way into storage, writes clean bytes."""

    # Django's signature; the name that comes in is not kept.
    def save(self, name: str, content: "File[bytes]", save: bool = True) -> None:
        """Store `content` without metadata, under a new name. Raises ImageRefused."""
        clean = as_clean_file(content)
        super().save(clean.name, clean, save)

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height in pixels; a file that was just cleaned is not decoded for them."""
        file = getattr(self, "_file", None)
        if isinstance(file, CleanImageFile):
            return file.dimensions
        dimensions: tuple[int, int] = super().get_image_dimensions()
        return dimensions


class CleanImageDescriptor(ImageFileDescriptor):
    """The attribute: a file given to it is cleaned at once."""

    def __set__(self, instance: Model, value: Any) -> None:  # Any: whatever is assigned
        """Clean a new file and note its figures; leave names and stored files alone."""
        if _is_unclean(value):
            value = as_clean_file(value)
        super().__set__(instance, value)
        if isinstance(value, CleanImageFile):
            _note_figures(instance, value)


class CleanImageField(WagtailImageField):
    """For the `file` of an image model of Wagtail."""

    attr_class = CleanImageFieldFile
    descriptor_class = CleanImageDescriptor


def _is_unclean(value: object) -> bool:
    if isinstance(value, FieldFile) and not value:
        return False  # another model's empty field
    return isinstance(value, File) and not isinstance(value, CleanImageFile | CleanImageFieldFile)


def _note_figures(instance: Model, file: CleanImageFile) -> None:
    # Wagtail fills these in its own forms only; code that replaces a file would leave old figures.
    figures = {"file_size": file.size, "file_hash": hash_filelike(file)}
    figures["width"], figures["height"] = file.dimensions
    for name, figure in figures.items():
        setattr(instance, name, figure)
