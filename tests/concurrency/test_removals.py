"""What a moderator took away is gone on the next request, in every process."""

import pytest

from tests.concurrency.removals import SHOWING

ROUNDS = 100

# Processes that load everything take a minute to begin on a small machine.
pytestmark = [pytest.mark.xdist_group("concurrency"), pytest.mark.long]


def test_no_answer_that_was_asked_for_after_a_removal_holds_the_word(newsroom_database):
    result = newsroom_database.run_scenario("removals", str(ROUNDS))
    assert result == {
        "wrong": [],
        "errors": 0,
        "showing": list(SHOWING),
        "gone": ROUNDS,
    }
