import pytest

from blog.searching.filing import Facet
from blog.searching.query import LAST_PAGE, Query


def test_query_is_read_as_its_address_says_it() -> None:
    query = Query.read({"q": " night  bus ", "topic": "5", "year": "2012", "page": "2"})

    assert query == Query("night bus", ((Facet.YEAR, 2012), (Facet.TOPIC, 5)), 2)
    assert query.words == ["night", "bus"]
    assert query.url == "?q=night+bus&year=2012&topic=5&page=2"


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "1.5", "²", "\uff13", "1" * 10, "5;DROP"])
def test_number_that_is_none_counts_as_absent(number: str) -> None:
    query = Query.read({"q": "bus", "topic": number, "page": number})

    assert (query.facets, query.page) == ((), 1)


def test_nobody_turns_pages_for_ever() -> None:
    assert Query.read({"q": "bus", "page": "999999"}).page == LAST_PAGE


@pytest.mark.parametrize(
    ("asked", "asks"),
    [({}, False), ({"q": "..."}, False), ({"q": "a"}, True), ({"year": "1"}, True)],
)
def test_words_or_a_facet_ask_for_something(asked: dict[str, str], asks: bool) -> None:
    assert Query.read(asked).asks is asks


def test_query_is_narrowed_down_and_widened_from_its_first_page() -> None:
    query = Query("bus", ((Facet.YEAR, 2012),), 3)

    narrow = query.narrowed(Facet.TOPIC, 5)

    assert narrow == Query("bus", ((Facet.YEAR, 2012), (Facet.TOPIC, 5)))
    assert narrow.narrowed(Facet.YEAR, None) == Query("bus", ((Facet.TOPIC, 5),))
    assert narrow.number_of(Facet.TOPIC) == 5
    assert narrow.number_of(Facet.AUTHOR) is None
