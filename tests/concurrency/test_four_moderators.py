"""A sample; `script/drill moderators` makes a thousand acts, on PostgreSQL."""

import os

import pytest

ACTS = int(os.environ.get("ACTS_OF_MODERATORS", "200"))


@pytest.mark.xdist_group("concurrency")
def test_whatever_four_moderators_do_at_once_the_log_tells_how_everything_stands(newsroom_database):
    assert newsroom_database.run_scenario("four_moderators", str(ACTS)) == {
        "acts": ACTS,
        "errors": [],
        "some were done": True,
        "unsound": [],
        "told twice": [],
        "unlearned": [],
        "open jobs": 0,
    }
