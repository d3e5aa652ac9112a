import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "address", ["1428 Elm St", "calle Morelos 45", "P.O. Box 1234", "6a avenida 3-45"]
)
def test_homes_in_both_languages_are_found(address):
    assert found(f"she lives at {address}") == [("street_address", address)]


@pytest.mark.parametrize("address", ["606 S. Olive Street", "Avenida Juárez 45"])
def test_courts_and_offices_are_not(address):
    assert found(f"the courthouse, {address}") == []
