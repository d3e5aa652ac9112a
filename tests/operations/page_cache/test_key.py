"""Nothing that a view looks for in an address is left out of the key."""

from blog import listing
from blog.api import campaigns, events, posts
from blog.searching import query
from blog.searching.filing import Facet
from comments.threads import place
from operations import api
from operations.page_cache.key import KNOWN, known_part


def test_every_part_that_a_reader_can_ask_for_is_known() -> None:
    asked = (posts.PostsAsked, campaigns.CampaignsAsked, events.EventsAsked, api.Asked)
    for schema in asked:
        assert set(schema.model_fields) <= KNOWN
    assert {place.NUMBER, place.CONVERSATION, place.ORDER} <= KNOWN
    assert {listing.AFTER, listing.BEFORE, listing.NUMBER} <= KNOWN
    assert {query.WORDS, query.PAGE, *Facet} <= KNOWN


def test_the_order_of_the_parts_tells_nothing() -> None:
    assert known_part("q=a&page=2&x=3") == known_part("page=2&x=4&q=a") == "page=2&q=a"


def test_of_what_is_said_twice_the_last_counts_as_in_django() -> None:
    assert known_part("page=1&page=2") == "page=2"


def test_an_empty_part_is_a_part() -> None:
    assert known_part("q=") == "q="


def test_a_query_of_a_thousand_parts_asks_for_nothing() -> None:
    assert known_part("&".join("q=a" for _each in range(1_000))) == ""
