"""Images through the doors that editors use: Wagtail's own views, the storage watched."""

import json
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection, UploadedFile

from accounts.models import User
from blog.models import NewsImage
from tests.blog.images import FORMATS, UPRIGHT_SIZE, film, hidden_data, tagged_image

pytestmark = pytest.mark.django_db

OUTPUT_FORMATS = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif", "gif": "gif"}
LONG_TITLE = "Maria " * 60


@pytest.fixture
def editor(client: Client, stored: dict[str, bytes]) -> Client:
    """A signed-in administrator's browser."""
    if Collection.get_first_root_node() is None:
        Collection.add_root(instance=Collection(name="Root"))
    client.force_login(User.objects.create_superuser("editor"))
    return client


def photo(image_format: str) -> SimpleUploadedFile:
    name = f"IMG_2041 Maria Escondida at 9 Hidden Lane.{FORMATS[image_format].upper()}"
    return SimpleUploadedFile(name, tagged_image(image_format))


def upload_one(editor: Client, image_format: str) -> NewsImage:
    response = editor.post(
        reverse("wagtailimages:add"), {"title": "Rally", "file": photo(image_format)}
    )
    assert response.status_code == HTTPStatus.FOUND, response.context["form"].errors
    return NewsImage.objects.latest("pk")


def post_to_uploader(editor: Client, title: str, file: SimpleUploadedFile) -> dict[str, object]:
    response = editor.post(reverse("wagtailimages:add_multiple"), {"title": title, "files[]": file})
    return json.loads(response.content)


def upload_among_many(editor: Client, image_format: str) -> NewsImage:
    answer = post_to_uploader(editor, "Rally", photo(image_format))
    return NewsImage.objects.get(pk=answer["image_id"])


def upload_in_chooser(editor: Client, image_format: str) -> NewsImage:
    prefix = "image-chooser-upload"
    response = editor.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "Rally", f"{prefix}-file": photo(image_format)},
    )
    assert json.loads(response.content)["step"] == "chosen"
    return NewsImage.objects.latest("pk")


def replace_file(editor: Client, image_format: str) -> NewsImage:
    other = NewsImage.objects.create(title="Rally", file=SimpleUploadedFile("a.gif", film("GIF")))
    response = editor.post(
        reverse("wagtailimages:edit", args=[other.pk]),
        {"title": "Rally", "file": photo(image_format)},
    )
    assert response.status_code == HTTPStatus.FOUND, response.context["form"].errors
    return NewsImage.objects.get(pk=other.pk)


DOORS = [upload_one, upload_among_many, upload_in_chooser, replace_file]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("image_format", FORMATS)
def test_uploaded_image_is_stored_clean_upright_and_nameless(door, image_format, editor, stored):
    image = door(editor, image_format)

    assert [name for name, content in stored.items() if hidden_data(content)] == []
    assert not any("Maria" in name or "IMG" in name for name in stored)
    assert image.file.name in stored
    upright = (64, 48) if image_format == "GIF" else UPRIGHT_SIZE
    assert (image.width, image.height) == upright
    assert image.file_size == len(stored[image.file.name])


@pytest.mark.parametrize("output", OUTPUT_FORMATS)
@pytest.mark.parametrize("image_format", FORMATS)
def test_renditions_of_every_format_are_clean(image_format, output, editor, stored):
    image = upload_one(editor, image_format)

    rendition = image.get_rendition(f"max-30x30|format-{output}")

    assert rendition.file.name.endswith(f".{OUTPUT_FORMATS[output]}")
    assert hidden_data(stored[rendition.file.name]) == []


@pytest.mark.parametrize("image_format", FORMATS)
def test_rendition_at_full_size_is_clean(image_format, editor, stored):
    rendition = upload_one(editor, image_format).get_rendition("original")
    assert hidden_data(stored[rendition.file.name]) == []


def test_renditions_of_a_moving_avif_can_be_made(editor, stored):
    upload = SimpleUploadedFile("film.avif", film("AVIF", loop=None))
    image = NewsImage.objects.create(title="Rally", file=upload)
    rendition = image.get_rendition("max-30x30|format-webp")
    assert (rendition.width, rendition.height) == (30, 22)


def test_photo_waiting_for_a_better_title_is_stored_clean(editor, stored):
    answer = post_to_uploader(editor, LONG_TITLE, photo("JPEG"))

    waiting = UploadedFile.objects.get(pk=answer["uploaded_file_id"])
    assert list(stored) == [waiting.file.name]
    assert hidden_data(stored[waiting.file.name]) == []
    assert "Maria" not in waiting.file.name


def test_photo_that_waited_is_finished_with_the_figures_of_its_stored_bytes(editor, stored):
    answer = post_to_uploader(editor, LONG_TITLE, photo("HEIF"))
    waiting = answer["uploaded_file_id"]

    response = editor.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting]),
        {f"uploaded-image-{waiting}-title": "Rally"},
    )

    image = NewsImage.objects.get(pk=json.loads(response.content)["image_id"])
    assert [hidden_data(content) for content in stored.values()] == [[], []]
    assert (image.width, image.file_size) == (48, len(stored[image.file.name]))


@pytest.mark.parametrize("title", ["Rally", LONG_TITLE])
def test_photo_too_big_for_memory_is_clean_in_the_media_folder(title, editor, settings, tmp_path):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # the upload itself lies on disk
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }

    assert post_to_uploader(editor, title, photo("JPEG"))["success"]

    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert hidden_data(path.read_bytes()) == []
    assert "Maria" not in path.name


@pytest.mark.parametrize("name", ["photo.jpg", "drawing.svg", "page.html"])
def test_uploader_says_why_it_refuses_a_file(name, editor, stored):
    answer = post_to_uploader(editor, "Rally", SimpleUploadedFile(name, b"<svg onload='x()'/>"))

    assert answer == {
        "success": False,
        "error_message": "This file is damaged, or not a JPEG, PNG, WebP, AVIF, GIF or HEIC image.",
    }
    assert stored == {}


def test_form_says_why_it_refuses_a_file(editor):
    broken = SimpleUploadedFile("photo.jpg", tagged_image("JPEG")[:900])
    response = editor.post(reverse("wagtailimages:add"), {"title": "Rally", "file": broken})
    assert "This file is damaged" in response.content.decode()


def test_form_asks_for_credit_licence_source_and_alternative_text(editor):
    page = editor.get(reverse("wagtailimages:add")).content.decode()
    for name in ("credit", "licence", "source_url", "description"):
        assert f'name="{name}"' in page


def test_alternative_text_is_never_the_title(editor):
    image = upload_one(editor, "JPEG")
    image.title, image.description = "IMG_2041 at the house of Maria Escondida", ""

    rendition = image.get_rendition("max-30x30")

    assert rendition.alt == ""
    image.description = "A crowd"
    assert image.default_alt_text == "A crowd"


def test_replaced_file_is_deleted_with_its_renditions(editor, stored):
    first = upload_one(editor, "PNG")
    first.get_rendition("max-30x30")

    editor.post(
        reverse("wagtailimages:edit", args=[first.pk]), {"title": "Rally", "file": photo("JPEG")}
    )

    assert not first.file.storage.exists(first.file.name)
    assert not first.renditions.exists()


def test_image_whose_file_is_gone_is_an_error_of_wagtail(editor):
    image = upload_one(editor, "PNG")
    image.file.storage.delete(image.file.name)
    with pytest.raises(SourceImageIOError):
        NewsImage.objects.get(pk=image.pk).get_rendition("max-30x30")
