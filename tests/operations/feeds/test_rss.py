from dataclasses import replace
from html import unescape

import feedparser
import pytest

from operations.feeds.rss import as_rss
from tests.operations.feeds.rules import check_rss
from tests.operations.feeds.samples import AWKWARD, EMPTY, FEED, ITEM


@pytest.mark.parametrize("feed", [FEED, EMPTY])
def test_the_document_is_what_the_specification_demands(feed):
    assert len(list(check_rss(as_rss(feed)).iter("item"))) == len(feed.items)


def test_a_reader_gets_back_what_was_put_in():
    read = feedparser.parse(as_rss(FEED))
    first, untitled = read.entries

    assert not read.bozo
    assert (read.feed.title, read.feed.language) == ("Broadside & <Co>", "en")
    assert (first.title, first.link, first.id) == (AWKWARD, ITEM.url, ITEM.name)
    assert first.content[0].value == ITEM.html
    assert unescape(first.summary) == ITEM.summary
    assert [each.name for each in first.authors] == ["Zoë <Wu>", "Ana"]
    assert [tag.term for tag in first.tags] == list(ITEM.categories)
    assert first.published_parsed[:6] == (2012, 1, 5, 17, 0, 0)
    assert (first.comments, "title" in untitled) == (ITEM.comments_url, False)


def test_a_summary_is_words_and_never_markup():
    summary = "1 < 2 <b>&amp;</b> <script>alert(1)</script>"
    [read] = feedparser.parse(
        as_rss(replace(FEED, items=(replace(ITEM, summary=summary),)))
    ).entries
    assert unescape(read.summary) == summary


def test_the_same_feed_is_the_same_bytes_at_any_time():
    assert as_rss(FEED) == as_rss(FEED)
    assert b"<lastBuildDate>Wed, 04 Mar 2026 17:00:05 +0000</lastBuildDate>" in as_rss(FEED)
