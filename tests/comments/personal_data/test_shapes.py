import pytest

from comments.personal_data.shapes import is_date, is_year, only_digits


@pytest.mark.parametrize(
    "number", ["2025-12-31", "31/12/2025", "12.31.2025", "2019-2024", "2019 - 2024"]
)
def test_days_and_spans_of_years_are_dates(number):
    assert is_date(number)


@pytest.mark.parametrize("number", ["2025-123", "7123-4567", "213-555-0142", "2025-12-345"])
def test_other_numbers_are_no_dates(number):
    assert not is_date(number)


@pytest.mark.parametrize(("number", "year"), [("1950", True), ("2049", True), ("2210", False)])
def test_year_is_one_that_people_talk_about(number, year):
    assert is_year(number) == year


def test_only_digits_are_left():
    assert only_digits("+1 (213) 555-0142 x") == "12135550142"
