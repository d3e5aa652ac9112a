from dataclasses import replace

import feedparser
import pytest

from operations.feeds import Gone
from operations.feeds.atom import as_atom
from tests.operations.feeds.rules import check_atom
from tests.operations.feeds.samples import AWKWARD, EMPTY, FEED, ITEM, NOON


@pytest.mark.parametrize("feed", [FEED, EMPTY])
def test_the_document_is_what_the_rfc_demands(feed):
    check_atom(as_atom(feed))


def test_a_reader_gets_back_what_was_put_in():
    read = feedparser.parse(as_atom(FEED))
    first = read.entries[0]

    assert (read.bozo, read.version) == (False, "atom10")
    assert (first.title, first.link, first.id) == (AWKWARD, ITEM.url, ITEM.name)
    assert (first.content[0].value, first.content[0].type) == (ITEM.html, "text/html")
    assert [(each.name, each.get("href")) for each in first.authors] == [
        ("Zoë <Wu>", "https://wu.example.org/"),
        ("Ana", None),
    ]
    assert [tag.term for tag in first.tags] == list(ITEM.categories)
    assert first.published_parsed[:6] == (2012, 1, 5, 17, 0, 0)
    assert first.updated_parsed[:6] == (2026, 3, 4, 17, 0, 5)


def test_an_answer_names_what_it_answers():
    answer = replace(ITEM, name="urn:uuid:a", answers=ITEM.name)
    root = check_atom(as_atom(replace(FEED, items=(ITEM, answer))))
    refs = [each.get("ref") for each in root.iter("{*}in-reply-to")]
    assert refs == [ITEM.name]


def test_what_was_taken_back_is_named_without_a_word():
    root = check_atom(as_atom(replace(FEED, gone=(Gone("urn:uuid:gone", NOON),))))
    [tombstone] = root.iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert dict(tombstone.attrib) == {"ref": "urn:uuid:gone", "when": "2026-03-04T17:00:05Z"}
    assert (len(tombstone), tombstone.text) == (0, None)
