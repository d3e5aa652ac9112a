import pytest
from django.db import connection

from blog.searching import nearly
from blog.searching.nearly import corrected
from blog.searching.query import Query
from tests.pages import Newsroom, make_newsroom, make_post, paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    newsroom = make_newsroom()
    make_post(newsroom, title="Evictions", body=[paragraph("<p>The county clerk, López.</p>")])
    return newsroom


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evctions", "evictions"),
        ("evicitons", "evictions"),
        ("couny", "county"),
        ("the couny", "the county"),
        ("lopes", "lopez"),
        ("LÓPES", "lopez"),
    ],
)
def test_mistyped_word_is_read_as_the_nearest(typed: str, meant: str, newsroom: Newsroom) -> None:
    found = corrected(Query(typed))

    assert found is not None
    assert found.typed == meant


@pytest.mark.parametrize("typed", ["zebra", "evx", "99999", "x", "county", "😀"])
def test_word_that_is_near_nothing_stays(typed: str, newsroom: Newsroom) -> None:
    assert corrected(Query(typed)) is None


def test_facets_stay_and_pages_begin_anew(newsroom: Newsroom) -> None:
    query = Query.read({"q": "couny", "year": "2012", "page": "2"})

    assert corrected(query) == Query("county", query.facets, 1)


@pytest.mark.postgresql
def test_server_without_the_extension_finds_nothing_near(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearly, "HAS_EXTENSION", "SELECT 1 WHERE FALSE")
    assert connection.vendor == "postgresql"

    assert corrected(Query("couny")) is None
