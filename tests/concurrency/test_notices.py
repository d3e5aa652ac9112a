"""Two workers turn the same notices into mails: everybody gets one."""

import pytest

from tests import sampling

READERS = sampling.of(60, sample=30)


@pytest.mark.xdist_group("concurrency")
def test_two_workers_that_dispatch_at_once_tell_everybody_once(newsroom_database):
    told = newsroom_database.run_scenario("dispatchers", str(READERS))
    everybody = READERS + 1  # and a moderator
    assert told == {"ended": [0, 0], "mails": everybody, "recipients": everybody}
