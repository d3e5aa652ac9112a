import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from home.theme.colours import (
    BLACK,
    DAY,
    ENOUGH,
    NIGHT,
    WHITE,
    contrast,
    is_readable,
    printed_on,
    readable,
    validate_spot,
)

HUES = ["#b4231a", "#ff0000", "#ffd400", "#00a651", "#0057b8", "#7b2d8e", "#000000", "#ffffff"]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("paper", [DAY, NIGHT])
@pytest.mark.parametrize("colour", HUES)
def test_every_colour_has_one_of_its_hue_that_can_be_read(colour: str, paper: str) -> None:
    shade = readable(colour, on=paper)

    assert re.fullmatch(r"#[0-9a-f]{6}", shade)
    assert contrast(shade, paper) >= ENOUGH
    assert contrast(printed_on(shade), shade) >= ENOUGH
    assert printed_on(shade) in (WHITE, BLACK)


def test_what_can_be_read_is_left_as_it_is() -> None:
    assert readable("#b4231a", on=DAY) == "#b4231a"
    assert is_readable("#b4231a", on=DAY)


@pytest.mark.parametrize("colour", ["red", "#fff", "b4231a", "#b4231ag", "#b4231a\n", "#xyzxyz"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValidationError, match="Write it like #b4231a"):
        validate_spot(colour)


def test_a_colour_too_light_for_words_is_refused_and_another_one_proposed() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_spot("#ffd400")

    proposed = re.search(r"#[0-9a-f]{6}", refused.value.message % refused.value.params)
    assert proposed
    validate_spot(proposed[0])


def test_panels_are_those_of_the_style_sheet() -> None:
    tokens = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text()
    panels = re.findall(r"--color-panel: (#\w+);", tokens)

    assert panels == [DAY, NIGHT]
