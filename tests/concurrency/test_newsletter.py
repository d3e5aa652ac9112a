"""Workers that send the same news, one of them killed: every subscriber is told once."""

import signal

import pytest

from tests import sampling
from tests.concurrency.news_senders import PEOPLE_A_BATCH

SUBSCRIBERS = sampling.of(200, sample=40)


@pytest.mark.xdist_group("concurrency")
def test_each_subscriber_is_told_once_whoever_is_killed_and_whoever_goes_on(newsroom_database):
    told = newsroom_database.run_scenario("news_senders", str(SUBSCRIBERS))
    assert told == {
        "killed": [-signal.SIGKILL],
        "posted by the killed": PEOPLE_A_BATCH,
        "ended": [0, 0],
        "mails": SUBSCRIBERS,
        "recipients": SUBSCRIBERS,
    }
