import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "34.05223, -118.24368",
        "-34.0522,-58.3816",
        "34\u00b003'08\"N 118\u00b014'37\"W",
        "31.5501 N, 110.3033 W",
        "25.67510 -100.31850",
        "34\u00b0 03.123' N, 118\u00b0 14.617' W",
        "34.05 N, 118.24 W",
        "85633Q8V+2X",
    ],
)
def test_places_are_found(text):
    assert found(f"they are at {text} now") in (
        [("gps", text)],
        [("gps", text.rstrip("W").rstrip())],
    )


def test_cue_makes_fewer_decimals_a_place():
    assert found("lat 34.05 lon -118.24") == [("gps", "34.05 lon -118.24")]


@pytest.mark.parametrize(
    "text",
    [
        "34.5, 118.2",
        "12.345, 67.890 votos",
        "1.2345 and 6.7890",
        "91.12345, 10.12345",
        "34.05223, -190.24368",
        "1.2.3.4",
    ],
)
def test_counts_and_impossible_places_are_none(text):
    assert found(text) == []
