import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile, UploadedFile
from django.forms import ModelForm
from wagtail.images.forms import get_image_form, get_image_multi_form
from wagtail.models import Collection

from accounts.models import User
from blog.image_form import CleanImageFormField, NewsImageForm
from blog.models import NewsImage
from tests.blog.images import encoded, hidden_data, plain_picture, tagged_image

pytestmark = pytest.mark.django_db

TELLING_NAME = "IMG_2041 at 9 Hidden Lane.jpg"


def in_memory(content: bytes, name: str = TELLING_NAME) -> UploadedFile:
    return SimpleUploadedFile(name, content)


def on_disk(content: bytes, name: str = TELLING_NAME) -> UploadedFile:
    upload = TemporaryUploadedFile(name, "image/jpeg", len(content), None)
    upload.write(content)
    upload.seek(0)
    return upload


def form_with(upload: UploadedFile | None, instance: NewsImage | None = None) -> ModelForm:
    if Collection.get_first_root_node() is None:
        Collection.add_root(instance=Collection(name="Root"))
    user, _made = User.objects.get_or_create(username="editor", is_superuser=True)
    files = {"file": upload} if upload else {}
    return get_image_form(NewsImage)(
        {"title": "Rally"}, files, user=user, instance=instance or NewsImage()
    )


def saved(form: ModelForm) -> NewsImage:
    assert form.is_valid(), form.errors
    return form.save()


def test_upload_is_saved_clean_with_its_figures(stored):
    image = saved(form_with(in_memory(tagged_image("HEIF"), "IMG_2041.HEIC")))

    content = stored[image.file.name]
    assert hidden_data(content) == []
    assert (image.width, image.height, image.file_size) == (48, 64, len(content))


def test_kind_is_told_by_content_and_not_by_name(stored):
    image = saved(form_with(in_memory(encoded(plain_picture(), "PNG"), "photo.jpg")))
    assert image.file.name.endswith(".png")


@pytest.mark.parametrize(
    "content",
    [b"just words", b"<svg/>", tagged_image("JPEG")[:900]],
    ids=["words", "drawing", "cut off"],  # a picture says when it was made
)
def test_unreadable_upload_is_an_error_of_the_field(content):
    errors = form_with(in_memory(content)).errors
    assert errors == {
        "file": ["This file is damaged, or not a JPEG, PNG, WebP, AVIF, GIF or HEIC image."]
    }


def test_empty_upload_is_an_error_of_the_field():
    assert form_with(in_memory(b"")).errors == {"file": ["The submitted file is empty."]}


def test_missing_upload_is_an_error_of_the_field():
    assert form_with(None).errors == {"file": ["This field is required."]}


def test_upload_of_too_many_bytes_is_an_error_of_the_field(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    (error,) = form_with(in_memory(tagged_image("JPEG"))).errors["file"]
    assert error.startswith("This file is too big")


@pytest.mark.parametrize("upload_of", [in_memory, on_disk])
def test_upload_itself_is_overwritten(upload_of):
    upload = upload_of(tagged_image("JPEG"))

    form = form_with(upload)
    assert form.is_valid()

    content = upload.read()
    upload.close()
    assert hidden_data(content) == []
    assert form.cleaned_data["file"].read() == content
    assert upload.size == len(content)
    assert "Hidden" not in upload.name


def test_image_edited_without_a_new_file_keeps_its_file(stored):
    name = saved(form_with(in_memory(tagged_image("PNG")))).file.name

    edited = saved(form_with(None, instance=NewsImage.objects.get()))

    assert (edited.file.name, list(stored)) == (name, [name])


def test_form_for_uploads_of_many_has_no_file():
    form = get_image_multi_form(NewsImage)(user=User.objects.create_superuser("editor"))
    assert isinstance(form, NewsImageForm)
    assert "file" not in form.fields


def test_field_keeps_what_wagtail_set_up_in_the_page():
    field = form_with(None).fields["file"]
    assert isinstance(field, CleanImageFormField)
    assert field.widget.attrs["data-w-sync-target-value"] == "#id_title"
    assert "image/heic" in field.widget.attrs["accept"]
    assert str(field.label) == "File"
