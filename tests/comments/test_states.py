from itertools import product

import pytest

from comments.states import (
    OFFERED,
    OUTCOMES,
    REMOVAL_REASONS,
    TRANSITIONS,
    Action,
    CommentStatus,
    Reason,
    may_become,
)


def test_every_status_has_its_row_in_the_table():
    assert set(TRANSITIONS) == set(CommentStatus)


@pytest.mark.parametrize(("before", "after"), list(product(CommentStatus, CommentStatus)))
def test_what_may_be_done_may_be_undone(before, after):
    assert may_become(before, after) == may_become(after, before)


@pytest.mark.parametrize("status", CommentStatus)
def test_no_status_becomes_itself(status):
    assert not may_become(status, status)


@pytest.mark.parametrize("status", CommentStatus)
def test_every_offered_decision_is_in_the_table(status):
    decisions = [action for action in OFFERED[status] if action in OUTCOMES]
    assert all(may_become(status, OUTCOMES[action]) for action in decisions)


def test_restore_is_offered_exactly_where_something_went():
    offering = {status for status, actions in OFFERED.items() if Action.RESTORE in actions}
    assert offering == {CommentStatus.REMOVED, CommentStatus.TRASHED}


def test_the_table_speaks_of_plain_strings_from_the_database():
    assert may_become("pending", "published")
    assert not may_become("spam", "removed")


def test_a_moderator_removes_for_advertising_and_not_for_the_signs_of_a_filter():
    assert Reason.ADVERTISING in REMOVAL_REASONS
    assert Reason.SPAM not in REMOVAL_REASONS
