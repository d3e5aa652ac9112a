import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("passport number G12345678", "G12345678"),
        ("US passport 543210987", "543210987"),
        ("passport no. 123456", "123456"),
        ("pasaporte mexicano G-12345678", "G-12345678"),
        ("le quitaron el pasaporte, es el E 123456", "E 123456"),
        ("G12345678 is my passport", "G12345678"),
    ],
)
def test_number_beside_the_word_is_found(text, number):
    assert found(text) == [("passport", number)]


@pytest.mark.parametrize(
    "text",
    ["passport fees went to $130 in 2021", "pasaporte 2027", "G12345678", "passport line 3 hours"],
)
def test_fees_years_and_numbers_without_the_word_are_none(text):
    assert found(text) == []
