"""Markup that readers do not see."""

import pytest

from comments.spam.reading.markup import strip_emphasis, unescape


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("&#x63;heap", "cheap", 1),
        ("&#99;&#104;eap", "cheap", 2),
        ("bed &amp; breakfast", "bed & breakfast", 1),
        ("AT&T; and R&D", "AT&T; and R&D", 1),  # no entity, but written like one
        ("Q&A, this & that", "Q&A, this & that", 0),
    ],
)
def test_entities_are_read_as_their_characters(typed: str, meant: str, count: int) -> None:
    assert unescape(typed) == (meant, count)


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("che**ap** pi~~lls", "cheap** pills", 2),
        ("ca_si_no", "casino", 2),
        ("v`iagra", "viagra", 1),
        ("**no** means _no_ and 2 * 3", "**no** means _no_ and 2 * 3", 0),
    ],
)
def test_emphasis_inside_words_goes_and_the_rest_stays(typed: str, meant: str, count: int) -> None:
    assert strip_emphasis(typed) == (meant, count)
