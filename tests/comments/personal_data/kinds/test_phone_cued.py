import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call me 555-0142", "555-0142"),
        ("txt 5550142", "5550142"),
        ("mi cel es 7755-0134", "7755-0134"),
        ("llámame al 77550134", "77550134"),
        ("marquen al 773-5550-167", "773-5550-167"),
        ("my number is 555-0142", "555-0142"),
        ("her # 555 0142", "555 0142"),
        ("555-0142 call me", "555-0142"),
        ("(fax 981 217 401)", "981 217 401"),
    ],
)
def test_cue_makes_a_short_number_a_telephone(text, number):
    assert found(text) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "555-0142",
        "call 2019-2024 a failure",
        "call on 12/31/2025",
        "text of bill 1234567",
        "call 1234567 people",
        "llamé 1000000 veces",
        "text RESIST to 50409",
        "phone bank Thursday 6-8",
        "my number one fear",
    ],
)
def test_years_days_counts_and_codes_are_none(text):
    assert found(text) == []


def test_number_that_may_be_another_gives_way():
    assert found("my number 955-92-4321") == [("itin", "955-92-4321")]
    assert found("alien number is 345678901") == [("a_number", "345678901")]
