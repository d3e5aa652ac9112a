import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("account number 000123456789", "000123456789"),
        ("acct # 12345678", "12345678"),
        ("chase account 1234567890", "1234567890"),
        ("número de cuenta 50 0123 4567", "50 0123 4567"),
        ("depositen a la cuenta 0123456789 de Banorte", "0123456789"),
        ("routing number 021000022", "021000022"),
        ("aba 021000021", "021000021"),
        ("wire to GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"),
        ("032180000118359719 a nombre de mi hija", "032180000118359719"),
    ],
)
def test_accounts_are_found_by_cue_or_check_digit(text, number):
    assert found(text) == [("bank_account", number)]


@pytest.mark.parametrize(
    "text",
    [
        "ruta 123456789",
        "account age 2019-2024",
        "la cuenta de Twitter tiene 15000000 seguidores",
        "cuenta con 20000000 pesos",
        "on account of 200 votes",
        "GB83 WEST 1234 5698 7654 32",
    ],
)
def test_bus_lines_years_and_money_are_none(text):
    assert found(text) == []
