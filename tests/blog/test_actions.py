import pytest

from blog.actions import address_of

NOWHERE = {"url": "", "phone": "", "email": ""}


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ({"url": "https://example.org/sign"}, "https://example.org/sign"),
        ({"phone": "+1 (212) 555-0100"}, "tel:+12125550100"),
        ({"email": "board@example.org"}, "mailto:board@example.org"),
        ({"url": "https://example.org/", "phone": "1"}, "https://example.org/"),
        ({"phone": "ask for it", "email": "a@example.org"}, "mailto:a@example.org"),
        ({}, ""),
    ],
)
def test_a_button_leads_to_the_first_address_that_there_is(value, address):
    assert address_of(NOWHERE | value) == address
