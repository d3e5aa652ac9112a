import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("booking number 2612345", "2612345"),
        ("Booking #2024056790", "2024056790"),
        ("inmate ID AB1234", "AB1234"),
        ("detainee # 20-456789", "20-456789"),
        ("BOP Reg. No. 49021-510", "49021-510"),
        ("booking 456797", "456797"),
        ("his case number is 23-CR-004512", "23-CR-004512"),
        ("my EOIR case number is 2023-456-789", "2023-456-789"),
        ("número de detenido 123456", "123456"),
        ("expediente de mi hermano 1234/2025", "1234/2025"),
        ("immigration court case 3903994", "3903994"),
        ("su número de caso: 24-0012345", "24-0012345"),
    ],
)
def test_number_of_one_person_is_found(text, number):
    assert found(text) == [("court_or_detention_id", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Case No. 1:25-cv-00306",
        "docket no. 23-1234",
        "Padilla v. Kentucky, 559 U.S. 356",
        "El caso 1:25-cv-00766",
        "inmate population 66000",
        "bookings 2025: 310,000",
        "detainee deaths 2004-2025",
        "inmate 2019-2024",
        "in any case 50000 people came",
        "his case was reset to 2028",
        "folio 2025",
        "Booking.com has 1200 hotels",
    ],
)
def test_published_cases_counts_and_years_are_none(text):
    assert found(text) == []
