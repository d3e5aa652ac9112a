import pytest
from django.test import Client

from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.home.theme.dressing import front
from tests.pages import Newsroom

pytestmark = pytest.mark.django_db

FONT = "league-gothic-latin.woff2"


def test_a_newsroom_looks_as_it_came_and_asks_for_no_sheet_of_its_own(
    newsroom: Newsroom, client: Client
) -> None:
    page = front(client)

    assert "/theme-" not in page
    assert page.count('rel="stylesheet"') == 1
    assert FONT in page


def test_the_owner_is_told_of_a_colour_that_nobody_could_read(newsroom: Newsroom) -> None:
    owner = sign_in(make_user("owner", is_superuser=True))
    address = f"/admin/settings/home/newsroomsettings/{newsroom.site.pk}/"

    answer = owner.post(address, {"spot_colour": "#ffd400", "typeface": "poster"})

    assert "On paper this cannot be read well." in answer.content.decode()
    assert 'value="#ffd400"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/nothing/", "/theme-0.css", "/card-0.jpg"])
def test_where_there_is_no_newsroom_nothing_is_found(
    address: str, newsroom: Newsroom, client: Client
) -> None:
    newsroom.site.delete()

    assert client.get(address).status_code == 404
