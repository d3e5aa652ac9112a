import pytest

from comments.personal_data.links import without_links
from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/status/4155550123",
        "www.example.org/docs?id=4155550123",
        "example.com/4155550123",
        "doi:10.1016/0029-5493(84)90263-2",
    ],
)
def test_digits_in_a_link_name_no_person(text):
    assert not any(sign.isdigit() for sign in without_links(text))
    assert found(text) == []


def test_text_keeps_its_length_and_what_is_no_link():
    text = "see www.example.org/1, then 12"
    assert len(without_links(text)) == len(text)
    assert without_links(text).startswith("see ")
    assert without_links(text).endswith("then 12")


def test_link_to_a_chat_holds_the_phone_number():
    assert found("https://wa.me/12135550142") == [("phone", "12135550142")]


def test_addresses_and_places_are_found_in_links_too():
    assert found("https://maps.example/?q=34.05223,-118.24368") == [("gps", "34.05223,-118.24368")]
    assert found("https://a.example/?to=ana@example.org") == [("email", "ana@example.org")]
