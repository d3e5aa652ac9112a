import pytest

from comments.personal_data.checksums import passes_aba, passes_clabe, passes_iban, passes_luhn


@pytest.mark.parametrize(
    ("passes", "right"),
    [
        (passes_luhn, "4111111111111111"),
        (passes_luhn, "378282246310005"),
        (passes_aba, "021000021"),
        (passes_aba, "122105155"),
        (passes_clabe, "032180000118359719"),
        (passes_iban, "gb82west12345698765432"),
    ],
)
def test_right_numbers_pass_and_one_slip_is_noticed(passes, right):
    assert passes(right)
    place = len(right) - 3
    assert not passes(right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :])


@pytest.mark.parametrize(("passes", "number"), [(passes_aba, "02100002"), (passes_clabe, "0321")])
def test_numbers_of_another_length_do_not_pass(passes, number):
    assert not passes(number)
