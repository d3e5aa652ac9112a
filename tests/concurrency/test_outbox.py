"""Two workers send from one outbox: every recipient gets one mail."""

import pytest

from tests import sampling
from tests.smtp_sink import SmtpSink

MAILS = sampling.of(100, sample=40)


@pytest.mark.xdist_group("concurrency")
def test_two_processes_that_send_at_once_send_each_mail_once(newsroom_database):
    with SmtpSink() as sink:
        sink.seconds_for_a_mail = 0.01  # or the first one would be done before the second begins
        sent = newsroom_database.run_scenario("postmen", str(sink.port), str(MAILS))
    assert len(set(sink.recipients())) == MAILS
    assert sink.duplicates() == 0
    assert sum(sent.values()) == MAILS
    assert min(sent["ana"], sent["ben"]) > 0
