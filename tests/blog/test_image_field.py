import hashlib
import re
from io import BytesIO

import pytest
import willow
from django.core.files.base import ContentFile, File
from wagtail.models import UploadedFile

from blog.image_cleaning import ImageRefused
from blog.models import NewsImage
from tests.blog.images import (
    FORMATS,
    PERSON,
    UPRIGHT_SIZE,
    encoded,
    hidden_data,
    plain_picture,
    tagged_image,
)

pytestmark = pytest.mark.django_db

NEUTRAL_NAME = re.compile(r"original_images/[0-9a-f]{32}\.(avif|gif|jpg|png|webp)")
TELLING_NAME = f"IMG_2041 at the house of {PERSON}.jpg"


def tagged_file(image_format: str = "JPEG", name: str | None = TELLING_NAME) -> ContentFile:
    return ContentFile(tagged_image(image_format), name=name)


def figures(image: NewsImage) -> tuple[int, int, int, str]:
    return image.width, image.height, image.file_size, image.file_hash


def loaded(image: NewsImage) -> NewsImage:
    # Not refresh_from_db(): that would measure the stored file anew and hide a wrong row.
    return NewsImage.objects.get(pk=image.pk)


def figures_of(content: bytes, size: tuple[int, int] = UPRIGHT_SIZE) -> tuple[int, int, int, str]:
    return *size, len(content), hashlib.sha1(content).hexdigest()  # noqa: S324  (Wagtail's choice)


@pytest.mark.parametrize("image_format", FORMATS)
def test_file_given_by_code_is_stored_clean(image_format, stored):
    NewsImage.objects.create(title="Rally", file=tagged_file(image_format))

    assert [hidden_data(content) for content in stored.values()] == [[]]


def test_stored_name_tells_nothing(stored):
    image = NewsImage.objects.create(title="Rally", file=tagged_file())

    assert NEUTRAL_NAME.fullmatch(image.file.name)
    assert list(stored) == [image.file.name]


def test_same_file_gets_another_name_each_time():
    names = {NewsImage(title="Rally", file=tagged_file()).file.name for _ in range(3)}
    assert len(names) == 3


def test_figures_are_right_before_the_image_is_saved():
    image = NewsImage(title="Rally", file=tagged_file())
    assert figures(image) == figures_of(image.file.read())


def test_figures_in_the_database_are_those_of_the_stored_bytes(stored):
    image = NewsImage.objects.create(title="Rally", file=tagged_file())
    assert figures(loaded(image)) == figures_of(stored[image.file.name])


def test_figures_given_with_the_file_do_not_count():
    image = NewsImage.objects.create(title="Rally", file=tagged_file(), width=64, height=48)
    assert (loaded(image).width, loaded(image).height) == UPRIGHT_SIZE


def test_replaced_file_is_clean_and_changes_the_figures(stored):
    image = NewsImage.objects.create(title="Rally", file=tagged_file("PNG"))

    image.file = tagged_file("GIF")
    image.save()

    content = stored[image.file.name]
    assert hidden_data(content) == []
    assert figures(loaded(image)) == figures_of(content, size=(64, 48))


def test_file_saved_through_the_attribute_is_stored_clean(stored):
    image = NewsImage(title="Rally")

    image.file.save(TELLING_NAME, tagged_file("WEBP"))

    content = stored[image.file.name]
    assert hidden_data(content) == []
    assert figures(loaded(image)) == figures_of(content)
    assert NEUTRAL_NAME.fullmatch(image.file.name)


def test_raw_file_slipped_in_behind_the_attribute_is_stored_clean(stored):
    image = NewsImage(title="Rally", file=tagged_file())
    image.file.file = tagged_file()

    image.save()

    assert [hidden_data(content) for content in stored.values()] == [[]]


def test_unstored_file_of_another_model_is_stored_clean(stored):
    upload = UploadedFile(file=tagged_file())

    NewsImage.objects.create(title="Rally", file=upload.file)

    assert [hidden_data(content) for content in stored.values()] == [[]]


def test_stored_file_of_another_model_is_copied_clean(stored):
    upload = UploadedFile.objects.create(file=tagged_file())

    image = NewsImage.objects.create(title="Rally", file=upload.file)

    assert image.file.name != upload.file.name
    assert hidden_data(stored[image.file.name]) == []


def test_empty_file_of_another_model_stays_empty():
    assert not NewsImage(title="Rally", file=UploadedFile().file).file


def test_open_file_without_a_name_is_taken():
    image = NewsImage(title="Rally", file=File(BytesIO(tagged_image("JPEG"))))
    assert image.file.name.endswith(".jpg")


def test_file_that_was_read_already_is_taken_from_its_beginning():
    file = tagged_file()
    file.read()
    assert NewsImage(title="Rally", file=file).width == UPRIGHT_SIZE[0]


def test_refused_file_never_reaches_the_storage(stored):
    with pytest.raises(ImageRefused):
        NewsImage.objects.create(title="Rally", file=ContentFile(b"<svg/>", name="rally.jpg"))
    assert stored == {}


def test_image_is_loaded_without_opening_its_file(django_assert_num_queries):
    image = NewsImage.objects.create(title="Rally", file=tagged_file())
    image.file.storage.delete(image.file.name)

    with django_assert_num_queries(1):
        found = NewsImage.objects.get(pk=image.pk)

    assert (found.width, found.height, found.file.name) == (*UPRIGHT_SIZE, image.file.name)


def test_clean_file_is_not_decoded_for_its_dimensions(monkeypatch):
    monkeypatch.setattr(willow.Image, "open", lambda file: pytest.fail("decoded once more"))
    image = NewsImage(title="Rally", file=tagged_file())
    image.file = tagged_file()
    image.save()
    assert (image.width, image.height) == UPRIGHT_SIZE


def test_dimensions_of_a_stored_file_can_be_read_again():
    image = NewsImage.objects.create(title="Rally", file=tagged_file())
    file = loaded(image).file
    assert (file.width, file.height) == UPRIGHT_SIZE


def test_saving_other_fields_leaves_the_file_alone(stored):
    content = encoded(plain_picture(), "PNG")
    image = NewsImage.objects.create(title="Rally", file=ContentFile(content, name="r.png"))
    image.title = "March"
    image.save()
    assert len(stored) == 1
