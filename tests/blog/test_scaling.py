import pytest

from blog.models import NewsImage
from blog.scaling import rendition_of, renditions_of
from tests.blog.feeds.pictures import make_image, make_lost_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(stored: dict[str, bytes]) -> NewsImage:
    return make_image()


def test_a_filter_may_stand_for_several_sizes(image: NewsImage) -> None:
    made = renditions_of(image, "width-{10,20}", "format-webp")

    assert [(name, each.width) for name, each in made.items()] == [
        ("width-10|format-webp", 10),
        ("width-20|format-webp", 20),
    ]


def test_one_size_is_one_rendition(image: NewsImage) -> None:
    made = rendition_of(image, "width-10", "format-webp")

    assert made is not None
    assert (made.width, made.file.name[-5:]) == (10, ".webp")


def test_of_a_lost_file_there_is_nothing_but_a_line_in_the_log(
    stored: dict[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    lost = make_lost_image()

    assert renditions_of(lost, "width-{10,20}") == {}
    assert rendition_of(lost, "width-10") is None
    assert caplog.messages == [f"image {lost.pk}: its file cannot be read"] * 2


def test_what_was_made_before_its_file_was_lost_is_still_there(image: NewsImage) -> None:
    made = rendition_of(image, "width-10")
    image.file.storage.delete(image.file.name)

    assert rendition_of(NewsImage.objects.get(pk=image.pk), "width-10") == made
