import pytest

from comments.threads import Place


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({}, Place()),
        ({"comments": "3"}, Place(number=3)),
        ({"comments": "003"}, Place(number=3)),
        ({"order": "newest"}, Place(order="newest")),
        ({"conversation": "9007199254740991"}, Place(conversation=9007199254740991)),
        ({"conversation": "7", "comments": "2"}, Place(conversation=7, number=2)),
        # A conversation is always told from its beginning.
        ({"conversation": "7", "order": "newest"}, Place(conversation=7)),
    ],
)
def test_an_address_names_a_place(query, place):
    assert Place.read(query) == place


@pytest.mark.parametrize(
    "nonsense",
    ["", "0", "-1", "1.5", "x", " 2", "²", "٣", "1e3", "9" * 17, "9" * 5000, "\0", "1\0"],
)
def test_nonsense_counts_as_absent(nonsense):
    keys = ("comments", "conversation", "order")
    assert Place.read(dict.fromkeys(keys, nonsense)) == Place()


@pytest.mark.parametrize(
    ("place", "query"),
    [
        (Place(), ""),
        (Place(number=2), "?comments=2"),
        (Place(number=2, order="newest"), "?comments=2&order=newest"),
        (Place(conversation=7), "?conversation=7"),
        (Place(conversation=7, number=2), "?conversation=7&comments=2"),
    ],
)
def test_a_place_has_one_spelling(place, query):
    assert place.query == query
