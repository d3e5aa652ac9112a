import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("license plate ABC 1234", "ABC 1234"),
        ("plates: 8ABC123", "8ABC123"),
        ("plate # bk 12345", "bk 12345"),
        ("placas ABC-12-34 de Sonora", "ABC-12-34"),
        ("matrícula 1234 BCD", "1234 BCD"),
        ("tag # RBT 8841", "RBT 8841"),
        ("white Ford Explorer 8ABC123", "8ABC123"),
        ("KLM-4821 plates", "KLM-4821"),
        ("plates 14B-CD7", "14B-CD7"),
        ("plate number is 448812", "448812"),
        ("placa P-123ABC", "P-123ABC"),
    ],
)
def test_plate_beside_its_word_is_found(text, plate):
    assert found(text) == [("license_plate", plate)]


@pytest.mark.parametrize(
    "text",
    [
        "license plate readers took 150000 scans",
        "no plates, 12 vans, 30 agents",
        "placas tectónicas de 70 km",
        "the license plate law, HB 2025",
        "The plate count was 500 dinners",
        "8ABC123",
        "tags: immigration, 2025",
        "a plate at 200kHz",
        "2021 Ford Transit vans have no plates",
    ],
)
def test_counts_bills_and_cars_are_none(text):
    assert found(text) == []
