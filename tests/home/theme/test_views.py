import pytest
from django.test import Client

from tests.home.theme.dressing import look
from tests.pages import Newsroom

pytestmark = pytest.mark.django_db


def test_the_address_of_an_older_sheet_gives_todays_and_is_not_kept(
    newsroom: Newsroom, client: Client
) -> None:
    look(newsroom, spot_colour="#0057b8")

    answer = client.get("/theme-0123456789abcdef.css")

    assert "#0057b8" in answer.content.decode()
    assert answer["Cache-Control"] == "public, max-age=60"
