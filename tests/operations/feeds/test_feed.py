from dataclasses import replace
from uuid import UUID

from operations.feeds import name_of
from operations.feeds.feed import NEVER
from tests.operations.feeds.samples import EMPTY, FEED, ITEM, NOON


def test_a_feed_is_as_new_as_its_newest_change():
    older = replace(ITEM, updated_at=ITEM.published_at)
    assert replace(FEED, items=(older, ITEM, older)).updated_at == NOON
    assert EMPTY.updated_at == NEVER


def test_a_name_is_the_same_for_ever_and_anothers_is_another():
    assert name_of("post", 1) == name_of("post", "1")
    assert len({name_of("post", 1), name_of("post", 2), name_of("comment", 1)}) == 3
    assert UUID(name_of("post", 1).removeprefix("urn:uuid:")).version == 5
