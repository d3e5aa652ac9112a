import pytest
from django.test import Client
from lxml import html as lxml_html

from blog.templatetags.pictures import lead_image_of, picture_of
from tests.blog.feeds.pictures import make_image, make_lost_image
from tests.blog.test_lead_image import body, picture
from tests.pages import Newsroom, make_newsroom, make_post

pytestmark = pytest.mark.django_db

FILTERS = ("format-{webp,jpeg}", "width-{20,40}")


@pytest.fixture
def newsroom(stored: None) -> Newsroom:
    """Two posts, each with an image."""
    newsroom = make_newsroom()
    for number in (1, 2):
        image = make_image(credit="Ana", description=f"Hall {number}")
        make_post(newsroom, title=f"Post {number}", body=body(("image", picture(image))))
    return newsroom


def test_the_newest_post_of_a_list_shows_its_image_and_the_others_do_not(
    newsroom: Newsroom, client: Client
) -> None:
    page = client.get(newsroom.home.url).content.decode()

    assert page.count("<picture>") == 1
    assert page.index("Post 2") < page.index("<picture>") < page.index("Post 1")
    assert "Hall" not in page.partition("<main")[2]  # beside its headline it only decorates


def test_a_post_without_an_image_leads_without(client: Client) -> None:
    newsroom = make_newsroom()
    post = make_post(newsroom)

    assert lead_image_of(post) is None
    assert "teaser--bare" in client.get(newsroom.home.url).content.decode()


def test_a_post_whose_image_is_lost_leads_without(stored: None, client: Client) -> None:
    newsroom = make_newsroom()
    make_post(newsroom, body=body(("image", picture(make_lost_image(credit="Ana")))))

    page = client.get(newsroom.home.url).content.decode()
    assert "teaser--bare" in page
    assert "<picture" not in page
    assert "not-found" not in page


def test_a_picture_is_offered_in_two_formats_and_in_its_sizes(stored: None) -> None:
    made = picture_of(make_image(), *FILTERS, sizes="100vw", width=64, height=48, alt="A hall")

    [shown] = lxml_html.fragments_fromstring(str(made))
    [source], [image] = shown.iter("source"), shown.iter("img")
    assert (source.get("type"), source.get("sizes")) == ("image/webp", "100vw")
    assert [each.split(" ")[1] for each in image.get("srcset").split(", ")] == ["20w", "40w"]
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("64", "48", "A hall")


def test_no_image_and_a_lost_one_are_no_picture(stored: None) -> None:
    assert picture_of(None, *FILTERS) is None
    assert picture_of(make_lost_image(), *FILTERS) is None
