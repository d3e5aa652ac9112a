"""Two processes at once are allowed exactly as often as one would be."""

from dataclasses import replace

import pytest
from django.conf import settings

TAKES = 100
STORES = ["database", "redis"] if settings.REDIS_URL else ["database"]

pytestmark = pytest.mark.xdist_group("concurrency")


@pytest.fixture(params=STORES)
def newsroom(request, newsroom_database):
    url = settings.REDIS_URL if request.param == "redis" else ""
    return replace(
        newsroom_database, environment=newsroom_database.environment | {"REDIS_URL": url}
    )


def test_two_processes_that_take_a_hundred_times_each_are_allowed_a_hundred_together(newsroom):
    assert newsroom.run_scenario("takers", "one", str(TAKES)) == {"allowed": TAKES}


def test_two_processes_with_several_limits_use_up_each_exactly_and_never_wait_for_ever(newsroom):
    allowed = newsroom.run_scenario("takers", "all", str(TAKES))
    # The page has room for a hundred. Ana may use a tenth of it, and what she is refused uses none.
    assert allowed["ana"] + allowed["ben"] == TAKES
    assert allowed["ana"] <= TAKES // 10
