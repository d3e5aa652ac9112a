import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "The rapid response hotline is 213-555-0199",
        "Rapid response: (510) 555-0198, day and night",
        "Senator Example's office, 202-555-0188",
        "202-555-0188 is the Capitol switchboard",
        "213-555-0187 (Mexican consulate)",
        "la línea de ayuda es el 213-555-0199",
        "llamen a la oficina del diputado, 202-555-0188",
        "The immigration court is at 606 S. Olive Street",
        "la corte está en 606 S. Olive Street",
    ],
)
def test_hotlines_and_offices_are_no_persons(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the hotline is busy, call my cousin at 213-555-0142",
        "He works for the senator, his cell is 213-555-0142",
        "213-555-0142. The hotline never answers",
        "call me at 213-555-0142, the hotline is busy",
        "the hotline told us nothing for three days so I am asking you all here: 213-555-0142",
        "the courthouse is closed and she lives at 606 S. Olive Street",
        "The mayor. 606 S. Olive Street",
    ],
)
def test_persons_beside_an_office_are_found(text):
    assert len(found(text)) == 1
