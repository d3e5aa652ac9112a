import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from home.models import NewsroomSettings
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.pages import Newsroom, make_newsroom

pytestmark = pytest.mark.django_db

FONT = "league-gothic-latin.woff2"


@pytest.fixture
def newsroom(settings: Settings, tmp_path: Path) -> Newsroom:
    settings.DATA_DIR = tmp_path
    return make_newsroom()


def look(newsroom: Newsroom, **fields: object) -> NewsroomSettings:
    row = NewsroomSettings.for_site(newsroom.site)
    for name, value in fields.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def front(client: Client) -> str:
    return client.get("/").content.decode()


def own_sheet(client: Client) -> str:
    """The newsroom's own sheet, as the front page names it."""
    named = re.search(r'href="(/theme-\w+\.css)"', front(client))
    assert named
    answer = client.get(named[1])
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    return answer.content.decode()


def test_a_newsroom_looks_as_it_came_and_asks_for_no_sheet_of_its_own(
    newsroom: Newsroom, client: Client
) -> None:
    page = front(client)

    assert "/theme-" not in page
    assert page.count('rel="stylesheet"') == 1
    assert FONT in page


def test_a_spot_colour_holds_by_day_and_a_lighter_one_by_night(
    newsroom: Newsroom, client: Client
) -> None:
    look(newsroom, spot_colour="#0057b8")

    day, _media, night = own_sheet(client).partition("prefers-color-scheme: dark")
    assert "--color-spot: #0057b8; --color-on-spot: #ffffff;" in day
    assert "--color-spot: #" in night
    assert "#0057b8" not in night


@pytest.mark.parametrize("typeface", ["book", "plain"])
def test_other_letters_are_scaled_and_nothing_is_loaded_for_them(
    typeface: str, newsroom: Newsroom, client: Client
) -> None:
    look(newsroom, typeface=typeface)

    sheet = own_sheet(client)
    assert "--font-display: var(--font-" in sheet
    assert "--display-scale: " in sheet
    assert FONT not in front(client)


def test_a_file_of_the_owner_comes_after_the_settings(
    newsroom: Newsroom, client: Client, tmp_path: Path
) -> None:
    look(newsroom, spot_colour="#0057b8")
    (tmp_path / "theme.css").write_text(":root { --color-spot: #7b2d8e; }")

    assert own_sheet(client).endswith(":root { --color-spot: #7b2d8e; }")


def test_a_changed_file_is_seen_at_once(newsroom: Newsroom, client: Client, tmp_path: Path) -> None:
    for colour in ("#7b2d8e", "#0057b8ff"):
        (tmp_path / "theme.css").write_text(f":root {{ --color-spot: {colour}; }}")
        assert colour in own_sheet(client)


def test_the_address_of_an_older_sheet_gives_todays_and_is_not_kept(
    newsroom: Newsroom, client: Client
) -> None:
    look(newsroom, spot_colour="#0057b8")

    answer = client.get("/theme-0123456789abcdef.css")

    assert "#0057b8" in answer.content.decode()
    assert answer["Cache-Control"] == "public, max-age=60"


def test_the_owner_is_told_of_a_colour_that_nobody_could_read(newsroom: Newsroom) -> None:
    owner = sign_in(make_user("owner", is_superuser=True))
    address = f"/admin/settings/home/newsroomsettings/{newsroom.site.pk}/"

    answer = owner.post(address, {"spot_colour": "#ffd400", "typeface": "poster"})

    assert "On paper this cannot be read well." in answer.content.decode()
    assert 'value="#ffd400"' in answer.content.decode()
