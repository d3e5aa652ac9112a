from datetime import timedelta

from comments.submission import Sender, Submission
from tests.comments.factories import SAID_AT


def test_writing_time_runs_from_opening_to_sending():
    submission = Submission(
        page_id=1,
        parent_id=None,
        author_name="Ana",
        author_website="",
        body="Hello",
        key="k",
        opened_at=SAID_AT,
        sent_at=SAID_AT + timedelta(seconds=90),
        is_honeypot_filled=False,
        sender=Sender(),
    )
    assert submission.writing_time == timedelta(seconds=90)
