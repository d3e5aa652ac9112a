import io

import pytest
from django.test import Client, RequestFactory
from lxml import html as lxml_html
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from home.models import NewsroomSettings
from home.theme.icon import icon_of
from tests.blog.feeds.pictures import make_image, make_lost_image
from tests.home.theme.dressing import look
from tests.pages import Newsroom

pytestmark = pytest.mark.django_db

OURS = [("icon", "/static/icons/broadside.svg", "image/svg+xml")]


def icons(client: Client, address: str = "/") -> list[tuple[str, str, str]]:
    page = lxml_html.fromstring(client.get(address).content)
    links = page.xpath("//link[contains(@rel, 'icon')]")
    return [(each.get("rel"), each.get("href"), each.get("type")) for each in links]


def test_a_newsroom_without_an_icon_has_ours(newsroom: Newsroom, client: Client) -> None:
    assert icons(client) == OURS


@pytest.mark.parametrize("address", ["/", "/nothing/"])
def test_the_newsrooms_own_icon_is_a_square_png_for_tabs_and_telephones(
    address: str, newsroom: Newsroom, client: Client, stored: dict[str, bytes]
) -> None:
    look(newsroom, icon=make_image())

    small, large = icons(client, address)

    assert (small[0], small[2], large[0]) == ("icon", "image/png", "apple-touch-icon")
    for _rel, url, _kind in (small, large):
        image = Image.open(io.BytesIO(stored[url.removeprefix("/media/")]))
        assert (image.format, image.size) == ("PNG", (48, 48))


def test_an_icon_whose_file_is_lost_leaves_ours(
    newsroom: Newsroom, client: Client, stored: dict[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    lost = make_lost_image()
    look(newsroom, icon=lost)

    assert icons(client) == OURS
    assert caplog.messages.count(f"image {lost.pk}: its file cannot be read") == 1


def test_a_newsroom_without_an_icon_asks_the_database_nothing_more(
    newsroom: Newsroom, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = rf.get("/")
    NewsroomSettings.for_request(request)

    with django_assert_num_queries(0):
        assert icon_of(request) is None
