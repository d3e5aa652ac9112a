"""A sample; `script/drill moderators` makes a thousand acts, on PostgreSQL."""

import pytest

from tests import sampling

ACTS = sampling.of(1_000, sample=80)


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
