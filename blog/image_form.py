"""The form of the image library: takes an upload for what it is, not for what it is called."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from blog.image_field import CleanImageFile, as_clean_file


class CleanImageFormField(WagtailImageField):
    """Cleans the upload before anything can store it, and says plainly why it refuses one."""

    def to_python(self, data: "UploadedFile[bytes] | None") -> CleanImageFile | None:
        """Return the upload without metadata, typed by its content. Raises ValidationError."""
        if forms.FileField.to_python(self, data) is None or data is None:
            return None
        self.check_image_file_size(data)
        clean = as_clean_file(data)
        _overwrite(data, clean)
        return clean


class NewsImageForm(BaseImageForm):
    """Wagtail's form of an image with the cleaning field (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's own signature
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):  # Wagtail names the class of this field in its code
            self.fields["file"] = CleanImageFormField(
                label=field.label, widget=field.widget, required=field.required
            )


def _overwrite(upload: "UploadedFile[bytes]", clean: CleanImageFile) -> None:
    """Put the clean bytes and name where the upload's were.

    Wagtail's uploader of many files stores the upload itself, aside and by its old name,
    when another field of the form is at fault.
    """
    upload.seek(0)
    upload.truncate()
    upload.write(clean.read())
    upload.seek(0)
    clean.seek(0)
    upload.size, upload.name = clean.size, clean.name
