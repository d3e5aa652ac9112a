from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from comments.archive import CommentStatus
from importers import records
from importers.records import (
    OUR_STATUS,
    ItemStatus,
    SourceAuthor,
    SourceComment,
    SourceItem,
    SourceStatus,
)

NOON = datetime(2012, 1, 5, 17, 0, tzinfo=UTC)
ITEM = SourceItem(
    kind="post",
    source_id="101",
    title="Rally, ¡ya!",
    body_html="<p>x</p>",
    status=ItemStatus.PUBLISHED,
    published_at=NOON,
    author=SourceAuthor(name="Ana"),
    labels=("a", "b"),
    declared_comments=3,
)
COMMENT = SourceComment(
    source_id="301",
    post_id="101",
    author=SourceAuthor(name="Bea", url="http://bea.example"),
    body_html="y",
    status=SourceStatus.APPROVED,
    created_at=NOON,
    edited_at=NOON,
)


def test_records_come_back_from_json_as_they_were() -> None:
    assert records.item_from_json(records.to_json(ITEM)) == ITEM
    assert records.item_from_json(records.to_json(replace(ITEM, author=None))).author is None
    assert records.comment_from_json(records.to_json(COMMENT)) == COMMENT


def test_a_fingerprint_is_that_of_what_is_said() -> None:
    same = replace(ITEM, utc_offset="-05:00", declared_comments=4)
    assert records.fingerprint(same) == records.fingerprint(ITEM)
    assert records.fingerprint(replace(ITEM, title="Other")) != records.fingerprint(ITEM)


def test_what_is_dated_later_is_scheduled_until_then() -> None:
    assert ITEM.status_on(NOON - timedelta(days=1)) == ItemStatus.SCHEDULED
    assert ITEM.status_on(NOON) == ItemStatus.PUBLISHED
    draft = replace(ITEM, status=ItemStatus.DRAFT)
    assert draft.status_on(NOON - timedelta(days=1)) == ItemStatus.DRAFT


@pytest.mark.parametrize(
    ("author", "key"),
    [
        (SourceAuthor(name="Ana", url="http://www.blogger.com/profile/42"), "profile:42"),
        (SourceAuthor(name="Bea", url="https://www.blogger.com/profile/42"), "profile:42"),
        (SourceAuthor(name="Ana", url="https://ana.example/"), "ana.example/"),
        (SourceAuthor(name="Ana", url="ana"), "ana"),
        (SourceAuthor(name="ANA"), "name:ana"),
    ],
)
def test_authors_are_told_apart_by_profile_then_address_then_name(
    author: SourceAuthor, key: str
) -> None:
    assert author.key == key


def test_every_status_of_the_old_blogs_has_one_here() -> None:
    assert set(OUR_STATUS) == set(SourceStatus)


def test_removed_is_whatever_leaves_a_tombstone() -> None:
    removed = {s for s in SourceStatus if replace(COMMENT, status=s).is_removed}
    assert removed == {s for s, (ours, _by) in OUR_STATUS.items() if ours == CommentStatus.REMOVED}
    assert len(removed) == 3
