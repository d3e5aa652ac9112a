import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "4111111111111111",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "2223003122003222",
        "6011.0009.9013.9424",
        "30569309025904",
        "3530111333300000",
        "6200000000000005",
        "4222222222222",
    ],
)
def test_cards_of_every_network_are_found_by_their_check_digit(text):
    assert found(f"they took {text} yesterday") == [("credit_card", text)]


def test_numbers_around_a_card_do_not_hide_it():
    assert found("2024 4111 1111 1111 1111 123 12/27") == [("credit_card", "4111 1111 1111 1111")]


def test_a_slip_of_the_finger_hides_no_card_that_is_called_one():
    assert found("my card number is 4111 1111 1111 1112") == [
        ("credit_card", "4111 1111 1111 1112")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "order 4111 1111 1111 1112",
        "9400 1000 0000 0000 0000 00",
        "ISBN 9780374533557",
        "1580661436132757504",
    ],
)
def test_other_long_numbers_are_none(text):
    assert found(text) == []
