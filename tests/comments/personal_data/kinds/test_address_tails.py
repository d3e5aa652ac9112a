import pytest

from comments.personal_data.kinds.address_tails import end_of_english, end_of_spanish
from comments.personal_data.reading import read


@pytest.mark.parametrize(
    ("tail", "rest"),
    [
        (" Apt 5B, Phoenix, AZ 85019-1234", " now"),
        (" #4", " please"),
        (", Chicago IL", " tonight"),
        (", 2nd floor", "."),
        ("", ", come in"),
        ("", " and tell me"),
        ("", ", 20 people"),
        (", Lot 14, Gainesville, GA 30501", ""),
    ],
)
def test_flat_city_state_and_zip_belong_to_an_english_address(tail, rest):
    assert end_of_english(read(tail + rest), 0) == len(tail)


@pytest.mark.parametrize(
    ("tail", "rest"),
    [(" int. 4, col. Centro, C.P. 06000", "."), (", Colonia Las Flores", ""), ("", " y nada")],
)
def test_flat_quarter_and_code_belong_to_a_spanish_address(tail, rest):
    assert end_of_spanish(read(tail + rest), 0) == len(tail)
