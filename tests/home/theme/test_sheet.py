import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from home.theme.colours import ENOUGH, contrast
from home.theme.sheet import sheet_of
from tests.home.theme.dressing import front, look, own_sheet
from tests.pages import Newsroom

pytestmark = pytest.mark.django_db

FONT = "league-gothic-latin.woff2"


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


@pytest.mark.parametrize(
    ("rule", "is_fetched"),
    [("--font-display : georgia, serif", False), ("--font-text: georgia, serif", True)],
)
def test_our_letters_are_not_fetched_early_where_the_file_sets_others(
    rule: str, is_fetched: bool, newsroom: Newsroom, client: Client, tmp_path: Path
) -> None:
    (tmp_path / "theme.css").write_text(f":root {{ {rule}; }}")

    assert (FONT in front(client)) == is_fetched


def test_a_changed_file_is_seen_at_once(newsroom: Newsroom, client: Client, tmp_path: Path) -> None:
    for colour in ("#7b2d8e", "#0057b8ff"):
        (tmp_path / "theme.css").write_text(f":root {{ --color-spot: {colour}; }}")
        assert colour in own_sheet(client)


@pytest.mark.parametrize("typeface", ["book", "plain"])
def test_letters_that_join_keep_their_room(typeface: str, newsroom: Newsroom) -> None:
    sheet = sheet_of(look(newsroom, typeface=typeface))

    rules, _turned, turned = sheet.partition('[dir="rtl"]')
    assert "--display-spacing: -" in rules
    assert "--display-spacing: 0;" in turned


def test_a_mark_of_the_encoding_does_not_spoil_the_first_rule(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "theme.css").write_text(":root { --measure: 30rem; }", encoding="utf-8-sig")

    assert sheet_of(look(newsroom)) == ":root { --measure: 30rem; }"


def test_a_file_that_cannot_be_read_changes_nothing_and_is_told_of(
    newsroom: Newsroom, client: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "theme.css").mkdir()

    assert "/theme-" not in front(client)
    assert "theme.css cannot be read" in caplog.text


def test_the_example_of_the_guide_can_be_read_by_day_and_by_night() -> None:
    guide = (Path(settings.BASE_DIR) / "docs" / "theme.md").read_text()
    day, _media, night = guide.partition("```css")[2].partition("```")[0].partition("@media")
    for rules in (day, night):
        colours = dict(re.findall(r"--color-(\w+(?:-\w+)?): (#\w{6})", rules))
        assert contrast(colours["ink"], colours["paper"]) >= ENOUGH
        assert contrast(colours["spot"], colours["paper"]) >= ENOUGH
