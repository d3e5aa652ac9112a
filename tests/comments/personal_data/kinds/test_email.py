import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.org",
        "Ana.Lopez+ice@Mail.Example.co.uk",
        "peña.85@example.mx",
        "ana (at) correo punto com",
        "ana at gmail dot com",
        "ana at gmail.com",
        "ana[at]example[dot]net",
        "ana @ gmail . com",
        "ana @yahoo.com.mx",
        "ana arroba gmail punto com",
        "ana arroba hotmail.com",
        "anaARROBAlive.com",
        "ana_at_gmail_dot_com",
        "ana punto lopez arroba unam punto mx",
        "ana guion bajo 85 arroba gmail punto com",
        "ana@gmail,com",
        "ana@hotmail",
        "ana (dot) lopez (at) gmail (dot) com",
        "ana\uff20example\uff0eorg",
        "ana@exam\u200bple.org",
    ],
)
def test_addresses_are_found_however_they_are_spelled(text):
    assert found(f"write to {text} tonight") == [("email", text)]


def test_address_without_its_signs_needs_the_word():
    assert found("mi correo es analopez85 gmail com") == [("email", "analopez85 gmail com")]
    assert found("analopez85 gmail com") == []


@pytest.mark.parametrize(
    "text",
    [
        "look at cnn.com",
        "@nilc_org posted it",
        "@user@server.example",
        "meet at ice.gov",
        "me at gmail.com",
        "rally @ city hall",
        "see you @ noon.It is great",
        "8 U.S.C. 1182 (a) and so on",
        "arroba 10 kilos, punto final",
    ],
)
def test_handles_sites_and_places_are_none(text):
    assert found(text) == []
