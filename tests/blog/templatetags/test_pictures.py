import pytest
from django.test import Client

from blog.templatetags.pictures import lead_image_of
from tests.blog.feeds.pictures import make_image
from tests.blog.test_lead_image import body, picture
from tests.pages import Newsroom, make_newsroom, make_post

pytestmark = pytest.mark.django_db


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
