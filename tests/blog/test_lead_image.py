import pytest

from blog.lead_image import lead_image
from blog.models import PostPage
from tests.blog.feeds.pictures import make_image
from tests.pages import paragraph

pytestmark = pytest.mark.django_db


def body(*blocks):
    raw = [{"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(blocks)]
    return PostPage(body=[]).body.stream_block.to_python(raw)


def picture(image, *, alt_text="", decorative=False, credit=""):
    chosen = {"image": image and image.pk, "alt_text": alt_text, "decorative": decorative}
    return {"image": chosen, "caption": "", "credit": credit}


@pytest.fixture
def image(stored):
    return make_image(credit="Ana", description="A hall")


def test_the_first_image_of_the_body_stands_for_it(image):
    other = make_image()
    found = lead_image(
        body(
            paragraph(),
            ("image", picture(image, alt_text="A full hall")),
            ("image", picture(other)),
        )
    )
    assert (found.image.pk, found.alt, found.credit) == (image.pk, "A full hall", "Ana")


def test_an_image_without_words_of_its_own_has_those_of_the_library(image):
    assert lead_image(body(("image", picture(image)))).alt == "A hall"


def test_an_image_that_only_decorates_has_no_words(image):
    assert lead_image(body(("image", picture(image, decorative=True)))).alt == ""


def test_the_posts_own_credit_goes_before_the_images(image):
    assert lead_image(body(("image", picture(image, credit="Bo")))).credit == "Bo"


def test_the_first_of_a_gallery_counts_too(image):
    gallery = {"title": "", "images": [{"type": "item", "value": picture(image), "id": "1"}]}
    assert lead_image(body(("gallery", gallery))).image.pk == image.pk


def test_a_body_without_an_image_has_none(image):
    assert lead_image(body()) is None
    assert lead_image(body(paragraph(), ("image", picture(None)))) is None


def test_only_the_image_that_is_found_is_looked_up(image, django_assert_num_queries):
    blocks = body(*[("image", picture(image))] * 5)
    with django_assert_num_queries(1):
        lead_image(blocks)
