"""Two processes of the web server hold one sender to the same numbers as one would."""

import pytest

from comments import pace
from tests import sampling

EACH_SENDS = sampling.of(100, sample=30)

pytestmark = pytest.mark.xdist_group("concurrency")


def test_of_all_comments_by_two_processes_exactly_so_many_show_and_are_taken(
    newsroom_database,
):
    result = newsroom_database.run_scenario("hurried_readers", str(EACH_SENDS))
    taken, shown = pace.SENDER_IS_REFUSED_AFTER, pace.SENDER_IS_HELD_AFTER
    assert result["answers"] == {"303": taken, "429": 2 * EACH_SENDS - taken}
    assert result["statuses"] == {"published": shown, "pending": taken - shown}
