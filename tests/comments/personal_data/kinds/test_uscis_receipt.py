import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "IOE0912345678",
        "ioe 091 234 5678",
        "WAC-21-900-12345",
        "EAC.21.900.12345",
        "lin 22 123 45678",
        "I0E0912345678",
        "ZLA2312345670",
        "MSC*2190123456",
    ],
)
def test_office_and_ten_digits_are_a_receipt(text):
    assert found(f"my case {text} is pending") == [("uscis_receipt", text)]


def test_receipt_is_found_in_a_link_too():
    assert found("https://a.example/?r=IOE0912345678") == [("uscis_receipt", "IOE0912345678")]


def test_unknown_letters_count_beside_the_word():
    assert found("recibo XYZ2312345670") == [("uscis_receipt", "XYZ2312345670")]


@pytest.mark.parametrize(
    "text", ["IOE", "WAC 2025", "lin 123456789", "receipt for 12 dollars", "QEAC2190012345"]
)
def test_other_numbers_are_none(text):
    assert "uscis_receipt" not in dict(found(text))
