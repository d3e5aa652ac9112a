import pytest

from operations.feeds.json_feed import as_json
from tests.operations.feeds.rules import check_json
from tests.operations.feeds.samples import AWKWARD, EMPTY, FEED, ITEM


@pytest.mark.parametrize("feed", [FEED, EMPTY])
def test_the_document_is_what_version_1_1_demands(feed):
    assert len(check_json(as_json(feed))["items"]) == len(feed.items)


def test_a_reader_gets_back_what_was_put_in():
    first, untitled = check_json(as_json(FEED))["items"]

    assert (first["title"], first["url"], first["id"]) == (AWKWARD, ITEM.url, ITEM.name)
    assert first["content_html"] == ITEM.html
    assert first["authors"] == [
        {"name": "Zoë <Wu>", "url": "https://wu.example.org/"},
        {"name": "Ana"},
    ]
    assert (first["tags"], first["date_published"]) == (
        list(ITEM.categories),
        "2012-01-05T17:00:00Z",
    )
    assert "title" not in untitled
