import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "A345678901",
        "A-345-678-901",
        "A 345 678 901",
        "A# 345-678-901",
        "a#345678901",
        "A:345.678.901",
        "A34567890",
        "A2345678",
        "A\u00a0345\u2013678\u2013901",
        "A\u200b345\u200b678901",
        "\u0410345678901",
        "A_345678901",
    ],
)
def test_letter_and_digits_are_an_a_number(text):
    assert found(f"it is {text}, please") == [("a_number", text)]


@pytest.mark.parametrize(
    "cue",
    [
        "alien number is",
        "Alien Registration No.",
        "USCIS #",
        "my A number:",
        "anum",
        "A-file",
        "AR number",
        "mi número de alien es",
        "A no.",
        "numero A (alien):",
        "número de registro de extranjero",
        "no. de alien",
        "her alien registration number, which I write here so that somebody looks, is",
    ],
)
def test_words_that_name_it_are_enough(cue):
    assert found(f"{cue} 345 678 901") == [("a_number", "345 678 901")]


def test_words_may_follow():
    assert found("345678901 is my A number") == [("a_number", "345678901")]
    assert found("345-678-901 es mi numero de alien") == [("a_number", "345-678-901")]


@pytest.mark.parametrize(
    "text",
    [
        "A 2024 survey",
        "A 2024-2025 budget",
        "a 30000000 dollar contract",
        "de 1000000 a 2000000 de personas",
        "a 20000000 personas",
        "A 10-12 hour drive",
        "A26 from gate B22",
        "a1234567b8c9",
        "plan-a345678901",
        "a number of people, 1234567 in all",
        "the A number has 9 digits",
        "hex a0123456",
        "A number came up during 1976-1977",
    ],
)
def test_articles_years_and_counts_are_none(text):
    assert found(text) == []


def test_passports_that_begin_with_a_are_passports():
    assert found("passport number A12345678") == [("passport", "A12345678")]
    assert found("my passport is gone, my A number is A34567890") == [("a_number", "A34567890")]


def test_a_phone_number_after_the_spanish_to_is_none():
    assert ("a_number", "a 55512345") not in found("llama a 55512345")
