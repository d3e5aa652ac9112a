import pytest
from django.test import Client
from pytest_django import Settings

from home.patterns.views import states

pytestmark = pytest.mark.django_db

SLUGS = [str(state["slug"]) for state in states()]


def test_every_state_has_an_address_of_its_own(client: Client) -> None:
    assert len(SLUGS) == len(set(SLUGS)) > 15
    page = client.get("/patterns/").content.decode()
    assert all(f"/patterns/{slug}/" in page for slug in SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_state_is_drawn(slug: str, client: Client) -> None:
    assert client.get(f"/patterns/{slug}/").status_code == 200


def test_a_page_is_turned_round(client: Client) -> None:
    assert b'lang="ar" dir="rtl"' in client.get("/patterns/?language=ar").content
    assert b'lang="en" dir="ltr"' in client.get("/patterns/?language=nobodys").content


@pytest.mark.parametrize("address", ["/patterns/", f"/patterns/{SLUGS[0]}/"])
def test_readers_find_none(address: str, client: Client, settings: Settings) -> None:
    settings.SHOWS_PATTERNS = False

    assert client.get(address).status_code == 404


def test_a_state_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/patterns/nothing/").status_code == 404
