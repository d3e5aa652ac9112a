import json

import pytest

from tests import sampling

COPIES = 20
ROUNDS = sampling.of(10, sample=3)


@pytest.mark.xdist_group("concurrency")
def test_twenty_copies_of_one_form_at_once_make_one_comment(newsroom_database):
    results = newsroom_database.run_scenario("copies_of_one_form", str(COPIES), str(ROUNDS))
    one = {"answers": [303], "places": 1, "comments": 1, "events": 1}
    assert results == {json.dumps(one): ROUNDS}
